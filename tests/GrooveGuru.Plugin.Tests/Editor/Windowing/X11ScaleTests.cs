using GrooveGuru.Plugin.Editor.Windowing.X11;

namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

public class X11ScaleTests
{
    [Theory]
    [InlineData("Xft.dpi:\t192\nXft.antialias:\t1\n", 2)]
    [InlineData("*x: y\nXft.dpi: 120\n", 1.25)]
    [InlineData("Xft.dpi: none\n", 1)]
    [InlineData("Xft.dpi: -96\n", 1)]
    [InlineData("", 1)]
    public void Scale_OfTheResources_IsFound(string resources, double scale) => Assert.Equal(scale, X11Scale.FromResources(resources));
}
