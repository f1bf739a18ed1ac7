using System.Globalization;
using System.Text;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Dragging;

/// <summary>Files as text/uri-list (RFC 2483): one file:// address a line, lines end with CR LF.</summary>
internal static class UriList
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    /// <summary>The bytes for files.</summary>
    /// <param name="paths">Full paths.</param>
    /// <returns>ASCII; everything but letters, digits and -._~/ is a percent sign and two hexadecimal digits a byte of UTF-8.</returns>
    public static byte[] Encode(IEnumerable<string> paths)
    {
        StringBuilder list = new();
        foreach (string path in paths)
        {
            list.Append("file://");
            foreach (byte each in Encoding.UTF8.GetBytes(path))
            {
                if (Unreserved.Contains((char)each))
                {
                    list.Append((char)each);
                }
                else
                {
                    list.Append(CultureInfo.InvariantCulture, $"%{each:X2}");
                }
            }

            list.Append("\r\n");
        }

        return Encoding.ASCII.GetBytes(list.ToString());
    }
}
