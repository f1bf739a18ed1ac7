using System.Globalization;
using System.Text;
using GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

namespace GrooveGuru.Plugin.Editor.Windowing.X11;

/// <summary>The content scale that the user has set for the whole display: Xft.dpi of the resources on the root window.</summary>
internal static class X11Scale
{
    private const double BaseDpi = 96;
    private const uint MostNumbers = 16384;

    /// <summary>Reads it.</summary>
    /// <returns>Pixels of a point; 1 where nothing is set.</returns>
    public static double Read(X11Connection connection)
    {
        using X11Reply reply = connection.Answer(
            Xcb.GetProperty(connection.Handle, 0, connection.Root, X11Atoms.ResourceManager, X11Atoms.Latin1String, 0, MostNumbers));
        return reply.IsNull ? 1 : FromResources(Encoding.Latin1.GetString(reply.Content));
    }

    /// <summary>Finds it in the text of the resources.</summary>
    /// <returns>Pixels of a point; 1 where nothing sensible is set.</returns>
    public static double FromResources(string resources)
    {
        foreach (string line in resources.Split('\n'))
        {
            if (line.StartsWith("Xft.dpi:", StringComparison.Ordinal)
                && double.TryParse(line["Xft.dpi:".Length..].TrimEnd('\0'), NumberStyles.Float, CultureInfo.InvariantCulture, out double dpi)
                && dpi > 0)
            {
                return dpi / BaseDpi;
            }
        }

        return 1;
    }
}
