using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Meters;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

/// <summary>Meters that move with every frame, whatever the readings do.</summary>
[Collection(DrawingCollection.Name)]
public sealed class MeterMotionTests
{
    private const double Frame = 1.0 / 30;

    [DrawingFact]
    public void Bars_AfterTheMusicEnds_FallEvenlyAndComeToRest()
    {
        using TestWindow window = new();
        window.Desk.Meters = SampleStates.Music() with { PeakDbfs = [-60, -60], RmsDbfs = [-60, -60], SpectrumDb = [] };
        int moved = 0;
        for (int frame = 0; frame < 30; frame++)
        {
            moved += window.Pass(Frame) is null ? 0 : 1;
        }

        Assert.InRange(moved, 10, 30); // 45 dB at 120 dB/s, and the peaks are still held
        for (int frame = 0; frame < 150; frame++)
        {
            window.Pass(Frame);
        }

        Assert.Null(window.Pass(Frame));
    }

    [DrawingFact]
    public void Peak_Held_StaysReadableForASecond()
    {
        using TestWindow window = new();
        Widget levels = window.All.OfType<LevelBlock>().Single();
        window.Desk.Meters = SampleStates.Music(-30);
        for (int frame = 0; frame < 28; frame++)
        {
            window.Pass(Frame);
            Assert.Equal("−3.2 −2.1", levels.Name);
        }

        for (int frame = 0; frame < 60; frame++)
        {
            window.Pass(Frame);
        }

        Assert.Equal("−33.2 −32.1", levels.Name);
    }

    [DrawingFact]
    public void Click_OnTheMeters_LetsThePeaksGo()
    {
        using TestWindow window = new();
        window.Desk.Meters = SampleStates.Music(-30);
        window.Click("meters");
        window.Pass(0.2);
        Assert.Equal("−33.2 −32.1", window.All.OfType<LevelBlock>().Single().Name);
    }

    [DrawingFact]
    public void Update_OnlyTheBarsMove_PaintsLittleMoreThanThem()
    {
        using TestWindow window = new();
        window.Pass(1);
        MeterReading music = SampleStates.Music();
        window.Desk.Meters = music with { RmsDbfs = [-10, -9] };
        Rect part = Assert.NotNull(window.Pass(Frame));
        Rect levels = window.All.OfType<LevelBlock>().Single().Bounds;
        Assert.True(part.Width <= levels.Width && part.Height < levels.Height, $"{part} of {levels}");
    }

    [DrawingTheory]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(2)]
    [InlineData(3)]
    public void Spectrum_AtAnyScale_HasBarsOfOneWidth(double scale)
    {
        foreach (bool isCompact in new[] { false, true })
        {
            foreach (double width in new[] { 620.0, 633, 760, 901 })
            {
                using TestWindow window = new(SampleStates.Judged, EditorPreferences.Default with { IsCompact = isCompact }, scale, SampleStates.Music());
                window.View.Resize(width, 520);
                window.Pass();
                RecordingCanvas canvas = new(window.Texts);
                SpectrumBlock spectrum = window.All.OfType<SpectrumBlock>().Single();
                spectrum.Paint(window.View.Stage, canvas);
                Rect[] bars = [.. canvas.Fills.Skip(1).Select(fill => fill.Rect)];
                Assert.Equal(SpectrumBlock.BandCount, bars.Length);
                Assert.Single(bars.Select(bar => Pixels(bar.Right) - Pixels(bar.X)).Distinct());
                Assert.Single(bars.Zip(bars.Skip(1), (one, next) => Pixels(next.X) - Pixels(one.X)).Distinct());
                Assert.True(bars[^1].Right <= spectrum.Bounds.Right + 0.5);
            }
        }

        int Pixels(double points) => (int)Math.Round(points * scale);
    }
}
