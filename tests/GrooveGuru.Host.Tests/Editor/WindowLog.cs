using System.Globalization;
using System.Text.RegularExpressions;

namespace GrooveGuru.Host.Tests.Editor;

/// <summary>What closed windows have left in the plugin's log.</summary>
internal static partial class WindowLog
{
    private static string FilePath => Path.Combine(TestSurroundings.Folder, "grooveguru", "plugin.log");

    /// <summary>Everything in it.</summary>
    public static string Text => File.Exists(FilePath) ? File.ReadAllText(FilePath) : "";

    /// <summary>Updates and paints of the window that was closed last.</summary>
    public static (int Updates, int Paints) Newest
    {
        get
        {
            Match match = Closed().Matches(Text)[^1];
            return (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex("window closed after ([0-9]+) updates and ([0-9]+) paints")]
    private static partial Regex Closed();
}
