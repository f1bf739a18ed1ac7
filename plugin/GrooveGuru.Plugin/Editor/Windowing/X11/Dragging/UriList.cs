using System.Text;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Dragging;

/// <summary>Files as text/uri-list (RFC 2483): one file:// address a line, lines end with CR LF.</summary>
internal static class UriList
{
    /// <summary>The bytes for files.</summary>
    /// <param name="paths">Full paths.</param>
    /// <returns>ASCII, see <see cref="FileAddress"/>.</returns>
    public static byte[] Encode(IEnumerable<string> paths) =>
        Encoding.ASCII.GetBytes(string.Concat(paths.Select(path => FileAddress.Of(path) + "\r\n")));
}
