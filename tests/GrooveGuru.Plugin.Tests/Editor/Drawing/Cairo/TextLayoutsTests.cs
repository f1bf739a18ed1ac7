using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

[Collection(DrawingCollection.Name)]
public sealed class TextLayoutsTests
{
    private static readonly TextStyle Style = new(13, false, new Color(0xFFFFFFFF));

    [DrawingFact]
    public void Get_SameTextInAnotherColour_IsSetOnce()
    {
        using TextLayouts texts = new(1);
        SetText first = texts.Get("Kick", Style, 100, 1, TextAlign.Left);
        Assert.Same(first, texts.Get("Kick", Style with { Color = new Color(0xFF000000) }, 100, 1, TextAlign.Left));
        Assert.NotSame(first, texts.Get("Kick", Style with { IsBold = true }, 100, 1, TextAlign.Left));
    }

    [DrawingFact]
    public void Dispose_AfterMoreTextThanIsKept_FreesEveryLayout()
    {
        int before = TextLayouts.LiveObjects;
        using (TextLayouts texts = new(1))
        {
            for (int i = 0; i < TextLayouts.Capacity + 200; i++)
            {
                texts.Measure(i.ToString(System.Globalization.CultureInfo.InvariantCulture), Style);
            }

            Assert.Equal(TextLayouts.Capacity, texts.Count);
            Assert.Equal(before + TextLayouts.Capacity, TextLayouts.LiveObjects);
        }

        Assert.Equal(before, TextLayouts.LiveObjects);
    }

    [DrawingFact]
    public void Measure_NarrowerWidth_TakesMoreLines()
    {
        using TextLayouts texts = new(1);
        const string text = "a sentence that is long enough to be wrapped";
        (double width, double height) = texts.Measure(text, Style);
        (double narrow, double tall) = texts.Measure(text, Style, width / 3);
        Assert.True(narrow <= width / 3 + 1);
        Assert.True(tall >= 3 * height - 1);
    }

    [DrawingTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Measure_AtAScale_IsNearlyTheSameInPoints(double scale)
    {
        using TextLayouts one = new(1), other = new(scale);
        double expected = one.Measure("Nothing clearly wrong", Style).Width;
        Assert.InRange(other.Measure("Nothing clearly wrong", Style).Width, 0.93 * expected, 1.07 * expected);
    }

    [DrawingTheory]
    [InlineData("Kick drum")]
    [InlineData("Büßer 🎸 音")]
    public void IndexAt_CaretX_IsTheSameIndex(string text)
    {
        using TextLayouts texts = new(2);
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLowSurrogate(text[i]))
            {
                continue;
            }

            Assert.Equal(i, texts.IndexAt(text, Style, texts.CaretX(text, Style, i) + 0.5));
        }
    }

    [Fact]
    public void FindProblem_MissingLibrary_NamesItAndWhatToInstall()
    {
        string? problem = DrawingLibraries.FindProblem(["libc.so.6", "libno-such-thing.so.7"]);
        Assert.Contains("libno-such-thing.so.7", problem, StringComparison.Ordinal);
        Assert.Contains("libpangocairo-1.0-0", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("libc.so.6", problem, StringComparison.Ordinal);
        Assert.Null(DrawingLibraries.FindProblem(["libc.so.6"]));
    }
}
