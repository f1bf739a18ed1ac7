using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Drawing.Cairo;
using GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

/// <summary>Moving meters are painted in small parts: nothing old may stay, and nothing may look other than in one piece.</summary>
[Collection(DrawingCollection.Name)]
public sealed class MeterPaintTests
{
    private const int Frames = 120;

    [DrawingTheory]
    [InlineData(false, 1.0)]
    [InlineData(false, 1.25)]
    [InlineData(false, 2.0)]
    [InlineData(true, 1.5)]
    public void Parts_OfMovingMeters_LookLikeTheWhole(bool isCompact, double scale)
    {
        using TestWindow window = new(SampleStates.Judged, EditorPreferences.Default with { IsCompact = isCompact }, scale);
        using ImageSurface inParts = window.Paint();
        using CairoCanvas canvas = new(inParts.Handle, window.Texts);
        Random random = new(7);
        for (int frame = 0; frame < Frames; frame++)
        {
            window.Desk.Meters = Levels(frame, random);
            foreach (Rect part in window.PassInParts())
            {
                Rect pixels = PixelRect.Around(part, scale).ToPoints(scale);
                canvas.PushClip(pixels);
                window.View.Paint(canvas, pixels);
                canvas.Pop();
            }

            if (frame % 10 == 9)
            {
                using ImageSurface whole = window.Paint();
                Assert.Equal("", Difference(whole, inParts));
            }
        }
    }

    [DrawingFact]
    public void Numbers_OfMovingMeters_ChangeTenTimesASecond()
    {
        using TestWindow window = new();
        List<string> shown = [];
        for (int frame = 0; frame < 60; frame++)
        {
            window.Desk.Meters = SampleStates.Music(-30 + (frame * 0.4));
            window.Pass(1.0 / 30);
            shown.Add(window.Find("meters").Children[1].Name);
        }

        Assert.InRange(shown.Distinct().Count(), 14, 21);
        string last = shown[^1];
        window.Desk.Meters = SampleStates.Music(-3);
        window.Pass(0.001);
        Assert.Equal(last, window.Find("meters").Children[1].Name);
        window.Pass(0.2); // nothing new has come, but a number waits
        Assert.NotEqual(last, window.Find("meters").Children[1].Name);
    }

    private static MeterReading Levels(int frame, Random random) => frame % 40 == 20 ? MeterReading.None : SampleStates.Music(-8 + (7 * Math.Sin(frame * 0.9))) with
    {
        Correlation = frame % 7 == 0 ? double.NaN : (random.NextDouble() * 2) - 1,
        PeakDbfs = [-50 + (random.NextDouble() * 54), -50 + (random.NextDouble() * 54)],
        RmsDbfs = [-60 + (random.NextDouble() * 60), -60 + (random.NextDouble() * 60)],
    };

    private static string Difference(ImageSurface expected, ImageSurface actual)
    {
        for (int y = 0; y < expected.HeightPixels; y++)
        {
            for (int x = 0; x < expected.WidthPixels; x++)
            {
                if (expected.PixelAt(x, y) != actual.PixelAt(x, y))
                {
                    return $"{x}, {y}: {expected.PixelAt(x, y):x8}, not {actual.PixelAt(x, y):x8}";
                }
            }
        }

        return "";
    }
}
