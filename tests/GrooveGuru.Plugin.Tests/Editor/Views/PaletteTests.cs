using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

public sealed class PaletteTests
{
    [Theory]
    [InlineData(0, 4.5)]
    [InlineData(1, 7.0)]
    public void Contrast_OfEveryTextOnEveryGround_IsEnough(int theme, double least)
    {
        Palette palette = Palette.Of((EditorTheme)theme);
        foreach (Ink ink in Enum.GetValues<Ink>())
        {
            foreach (Color ground in new[] { palette.Window, palette.Panel })
            {
                AssertReadable(palette.Of(ink), ground, least, ink.ToString());
            }
        }

        foreach (Color ground in new[] { palette.Raised, palette.Hover, palette.Well, palette.Selection })
        {
            AssertReadable(palette.Text, ground, least, "text");
        }

        AssertReadable(palette.DimText, palette.Raised, least, "dim text");
        AssertReadable(palette.DimText, palette.Hover, least, "dim text on hover");
        AssertReadable(palette.DimText, palette.Well, least, "placeholder");
        AssertReadable(palette.OnAccent, palette.Accent, least, "text on accent");
        AssertReadable(palette.OnAccent, palette.Focus, least, "text on hovered accent");
    }

    [Theory]
    [InlineData(0xFF000000, 0xFFFFFFFF, 21.0)]
    [InlineData(0xFF777777, 0xFFFFFFFF, 4.48)]
    [InlineData(0xFF123456, 0xFF123456, 1.0)]
    public void Contrast_OfKnownPairs_IsTheirs(uint one, uint other, double expected) =>
        Assert.Equal(expected, Palette.Contrast(new Color(one), new Color(other)), 0.01);

    private static void AssertReadable(Color text, Color ground, double least, string what) =>
        Assert.True(Palette.Contrast(text, ground) >= least, $"{what}: {Palette.Contrast(text, ground):0.00}");
}
