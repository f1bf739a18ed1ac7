using System.Diagnostics;
using System.Globalization;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Benchmarks.Analysis;

/// <summary>
/// An analysis of 2.5 hours of stereo from a stream, as while a track plays: the most memory that the whole process ever held, and
/// whether the last hours cost more than the first.
/// </summary>
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
        var clock = new FifthsClock();
        TrackAnalysis analysis = TrackAnalyzer.Analyze(source, clock, 1);
        double wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        self.Refresh();
        double peak = self.PeakWorkingSet64 / 1e6;
        bool met = peak < TargetMegabytes;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{analysis.DurationSeconds / 3600:F1} h of stereo at 44.1 kHz in {wall:F1} s: peak {peak:F0} MB resident (before it {before:F0} MB, the rendered song in it), {(met ? "target met" : "TARGET MISSED")}: {TargetMegabytes:F0} MB"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"on one thread, first fifth {Seconds / 5 / clock.FirstSeconds:F0} × real time, last fifth {Seconds / 5 / clock.LastSeconds:F0} ×"));
        return met ? 0 : 1;
    }

    private sealed class FifthsClock : IProgress<double>
    {
        private readonly long _began = Stopwatch.GetTimestamp();
        private double _fourFifthsSeconds;

        /// <summary>How long the first fifth took, s.</summary>
        public double FirstSeconds { get; private set; }

        /// <summary>How long the last fifth took, s.</summary>
        public double LastSeconds { get; private set; }

        /// <inheritdoc/>
        public void Report(double value)
        {
            double seconds = Stopwatch.GetElapsedTime(_began).TotalSeconds;
            FirstSeconds = value <= 0.2 ? seconds : FirstSeconds;
            _fourFifthsSeconds = value <= 0.8 ? seconds : _fourFifthsSeconds;
            if (LastSeconds == 0 && value >= 1)
            {
                LastSeconds = seconds - _fourFifthsSeconds;
            }
        }
    }
}
