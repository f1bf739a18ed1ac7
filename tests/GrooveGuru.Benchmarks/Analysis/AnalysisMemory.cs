using System.Diagnostics;
using System.Globalization;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Benchmarks.Analysis;

/// <summary>Memory of an analysis of 2.5 hours of stereo from a stream: the most that the whole process ever held.</summary>
public static class AnalysisMemory
{
    /// <summary>The verb of the command line.</summary>
    public const string Verb = "analysis-memory";

    private const double Seconds = 2.5 * 3600;
    private const double TargetMegabytes = 400;

    /// <summary>Measures and prints.</summary>
    /// <returns>0 when the target is met, else 1.</returns>
    public static int Run()
    {
        using IAudioSource source = BenchmarkSong.Stream(Seconds);
        using var self = Process.GetCurrentProcess();
        double before = self.PeakWorkingSet64 / 1e6;
        long began = Stopwatch.GetTimestamp();
        TrackAnalysis analysis = TrackAnalyzer.Analyze(source, null, Environment.ProcessorCount);
        double wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        self.Refresh();
        double peak = self.PeakWorkingSet64 / 1e6;
        bool met = peak < TargetMegabytes;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{analysis.DurationSeconds / 3600:F1} h of stereo at 44.1 kHz in {wall:F1} s: peak {peak:F0} MB resident (before it {before:F0} MB, the rendered song in it), {(met ? "target met" : "TARGET MISSED")}: {TargetMegabytes:F0} MB"));
        return met ? 0 : 1;
    }
}
