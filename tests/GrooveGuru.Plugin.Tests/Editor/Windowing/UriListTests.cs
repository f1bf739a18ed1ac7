using System.Text;
using GrooveGuru.Plugin.Editor.Windowing.X11.Dragging;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

public class UriListTests
{
    [Fact]
    public void Paths_OfAnyCharacters_ArePercentEncodedLines() => Assert.Equal(
        "file:///tmp/a.mid\r\nfile:///srv/Jo%C3%A3o/my%20%231%20%26%20%252%25.wav\r\n",
        Encoding.ASCII.GetString(UriList.Encode(["/tmp/a.mid", "/srv/João/my #1 & %2%.wav"])));

    [Fact]
    public void Uris_ReadBack_AreThePaths()
    {
        string path = "/tmp/[x] {y} ~ é \U0001D11E ?;=+$,!'()*.mid";

        string line = Encoding.ASCII.GetString(UriList.Encode([path])).TrimEnd();

        Assert.Equal(path, Uri.UnescapeDataString(line["file://".Length..]));
    }
}
