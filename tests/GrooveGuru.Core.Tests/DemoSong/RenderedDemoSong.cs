using GrooveGuru.Core.DemoSong;

namespace GrooveGuru.Core.Tests.DemoSong;

/// <summary>The demo song, rendered once for all tests.</summary>
internal static class RenderedDemoSong
{
    private static readonly Lazy<DemoSongRendering> Rendering = new(DemoSongRenderer.Render);

    public static DemoSongRendering Value => Rendering.Value;
}
