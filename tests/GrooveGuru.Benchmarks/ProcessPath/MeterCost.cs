using System.Diagnostics;
using System.Globalization;
using GrooveGuru.Core.Loudness.Realtime;
using GrooveGuru.Plugin.Processing;

namespace GrooveGuru.Benchmarks.ProcessPath;

/// <summary>What the live meters cost: on their own thread for each block, and where somebody looks for each reading.</summary>
internal static class MeterCost
{
    /// <summary>The verb of the command line.</summary>
    public const string Verb = "meter-cost";

    private const int FrameCount = 64;
    private const int SampleRateHz = 48_000;
    private const int BlockCount = 200_000;
    private const int ReadingCount = 1000;
    private const double BlockMicroseconds = 1e6 * FrameCount / SampleRateHz;

    /// <summary>Measures and prints.</summary>
    public static int Run()
    {
        for (int run = 0; run < 3; run++)
        {
            Print("noise of steady level", Noise());
        }

        Print("a sine", [.. Enumerable.Range(0, 48_000).Select(i => (float)Math.Sin(0.1 * i))]);
        Print("silence", new float[48_000]);
        Print("numbers too small for a sound", [.. Enumerable.Repeat(1e-40f, 48_000)]);
        PrintReading();
        return 0;
    }

    private static void Print(string what, float[] samples)
    {
        TrackMeters meters = new(SampleRateHz);
        int at = 0;
        void Call()
        {
            meters.Process(samples.AsSpan(at, FrameCount), samples.AsSpan(samples.Length - FrameCount - at, FrameCount));
            at = (at + FrameCount) % (samples.Length - FrameCount);
        }

        LatencyDistribution distribution = LatencyDistribution.Measure(BlockMicroseconds, BlockCount, Call, () => { });
        long start = Stopwatch.GetTimestamp();
        for (int block = 0; block < BlockCount; block++)
        {
            Call();
        }

        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds / BlockCount / FrameCount;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"meters, {what}: {nanoseconds:0.0} ns per stereo frame; {distribution}"));
    }

    private static void PrintReading()
    {
        TrackMeters meters = new(SampleRateHz);
        MeterReader reader = new(TimeProvider.System);
        float[] samples = Noise();
        int at = 0;
        void Play(int frames)
        {
            at = (at + frames) % (samples.Length - frames);
            meters.Process(samples.AsSpan(at, frames), samples.AsSpan(at, frames));
        }

        Play(40_000);
        long total = 0;
        for (int reading = 0; reading < ReadingCount; reading++)
        {
            Play(SampleRateHz / 30);
            long start = Stopwatch.GetTimestamp();
            _ = reader.Read(meters);
            total += Stopwatch.GetTimestamp() - start;
        }

        double microseconds = 1e6 * total / Stopwatch.Frequency / ReadingCount;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a reading, with its spectrum where one is due: {microseconds:0} us; 30 times a second {microseconds * 30 / 1e4:0.00} % of a core"));
    }

    private static float[] Noise()
    {
        Random random = new(1);
        return [.. Enumerable.Range(0, 48_000).Select(_ => random.NextSingle() - 0.5f)];
    }
}
