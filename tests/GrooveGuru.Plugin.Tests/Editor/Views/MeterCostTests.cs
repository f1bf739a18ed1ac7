using System.Diagnostics;
using System.Globalization;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Drawing.Cairo;
using GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;
using Xunit.Abstractions;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

/// <summary>What moving meters cost: a window in which nothing else happens, painted into memory.</summary>
[Collection(DrawingCollection.Name)]
public sealed class MeterCostTests(ITestOutputHelper output)
{
    private const int Frames = 1000;
    private const double FrameRateHz = 30;
    private const double MostBytesAFrame = 64;
    private static readonly MeterReading[] Readings =
        [.. Enumerable.Range(0, 200).Select(frame => SampleStates.Music(-6 + (5 * Math.Sin(frame * 0.37)) + (6 * Math.Sin(frame * 0.031))))];

    private double _nowSeconds = 10;

    // Asked for is 1 % of a core for all that a window does; the bounds leave room for a busy machine.
    [DrawingTheory]
    [InlineData(false, 1.0, 0.4)]
    [InlineData(false, 2.0, 0.6)]
    [InlineData(true, 1.0, 0.4)]
    public void Paint_MovingMeters_CostsLittleAndLeaksNothing(bool isCompact, double scale, double mostPercentOfACore)
    {
        using TestWindow window = new(SampleStates.Judged, EditorPreferences.Default with { IsCompact = isCompact }, scale);
        using ImageSurface image = window.Paint();
        Run(window, image, Frames);
        int texts = window.Texts.Count;
        double best = double.PositiveInfinity, allocated = double.PositiveInfinity;
        long grown = long.MaxValue, resident = ResidentKilobytes();
        for (int round = 0; round < 3; round++)
        {
            long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan cpuBefore = Process.GetCurrentProcess().TotalProcessorTime;
            long began = Stopwatch.GetTimestamp();
            Run(window, image, Frames);
            double tookMs = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            allocated = Math.Min(allocated, (GC.GetAllocatedBytesForCurrentThread() - allocatedBefore) / (double)Frames);
            best = Math.Min(best, Math.Min(tookMs, (Process.GetCurrentProcess().TotalProcessorTime - cpuBefore).TotalMilliseconds) / Frames);

            // A leak shows in every round, what the collector keeps for later in some.
            long now = ResidentKilobytes();
            (grown, resident) = (Math.Min(grown, now - resident), now);
        }

        double percent = best * FrameRateHz / 10;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"compact {isCompact}, scale {scale}: {best:0.000} ms a frame, {percent:0.00} % of a core at 30 Hz, {allocated:0} bytes a frame, resident +{grown} kB in {Frames} frames, {window.Texts.Count} texts"));
        Assert.True(percent <= mostPercentOfACore, $"{percent:0.00} % of a core");
        Assert.True(allocated <= MostBytesAFrame, $"{allocated:0} bytes a frame");
        Assert.True(grown < 1024, $"{grown} kB more after {Frames} frames");
        Assert.True(window.Texts.Count <= TextLayouts.Capacity && window.Texts.Count - texts < TextLayouts.Capacity);
        Assert.Equal(0, CairoCanvas.LiveCanvases);
    }

    [DrawingFact]
    public void OpenAndClose_AThousandPaints_FreesAll()
    {
        int before = TextLayouts.LiveObjects;
        for (int round = 0; round < 100; round++)
        {
            using TestWindow window = new(SampleStates.Odd, EditorPreferences.Default with { Tab = "advice" });
            for (int paint = 0; paint < 10; paint++)
            {
                window.Paint().Dispose();
            }
        }

        Assert.Equal(before, TextLayouts.LiveObjects);
        Assert.Equal(0, CairoCanvas.LiveCanvases);
    }

    private void Run(TestWindow window, ImageSurface image, int frames)
    {
        // Made before: what a frame allocates is the window's alone.
        using CairoCanvas canvas = new(image.Handle, window.Texts);
        for (int frame = 0; frame < frames; frame++)
        {
            window.Desk.Meters = Readings[frame % Readings.Length];
            foreach (Rect part in window.View.Update(_nowSeconds += 1 / FrameRateHz))
            {
                canvas.PushClip(part);
                window.View.Paint(canvas, part);
                canvas.Pop();
            }
        }
    }

    private static long ResidentKilobytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
