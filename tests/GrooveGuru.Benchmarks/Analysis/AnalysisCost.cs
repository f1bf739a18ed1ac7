using System.Diagnostics;
using System.Globalization;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Benchmarks.Analysis;

/// <summary>Time of the 36 features of a 3-minute stereo song from decoded audio, stage by stage, on one thread and on two.</summary>
public static class AnalysisCost
{
    /// <summary>The verb of the command line.</summary>
    public const string Verb = "analysis";

    private const double SongSeconds = 180;
    private const int BlockFrames = 65_536;
    private const int Rounds = 7;

    /// <summary>Measures and prints the tables, and whether the targets are met.</summary>
    /// <returns>0 when they are, else 1.</returns>
    public static int Run()
    {
        AudioBuffer song = BenchmarkSong.OfSeconds(SongSeconds);
        Measure(song, 1);
        bool met = Report(song, 1, 300);
        return (Report(song, 2, 500) & met) ? 0 : 1;
    }

    private static bool Report(AudioBuffer song, int threadCount, double targetSpeed)
    {
        // The fastest round: what else the machine did is not the analysis' cost.
        (TimeSpan wall, List<(string Name, TimeSpan Time)> costs) = Enumerable.Range(0, Rounds).Select(_ => Measure(song, threadCount)).MinBy(round => round.Wall);
        double sum = costs.Sum(cost => cost.Time.TotalSeconds), speed = SongSeconds / wall.TotalSeconds;
        Print($"{SongSeconds} s of stereo at 44.1 kHz, all features, {threadCount} thread(s), fastest of {Rounds} rounds");
        Print($"{"stage",-40}{"ms",8}{"share",8}{"× real time",14}");
        foreach ((string name, TimeSpan time) in costs)
        {
            Print($"{name,-40}{time.TotalMilliseconds,8:F1}{100 * time.TotalSeconds / sum,7:F1}%{SongSeconds / time.TotalSeconds,14:F0}");
        }

        bool met = speed >= targetSpeed;
        Print($"{"all, on the clock",-40}{wall.TotalMilliseconds,8:F1}{"",8}{speed,14:F0}   {(met ? "target met" : "TARGET MISSED")}: {targetSpeed}");
        Print($"");
        return met;
    }

    private static (TimeSpan Wall, List<(string Name, TimeSpan Time)> Costs) Measure(AudioBuffer song, int threadCount)
    {
        long began = Stopwatch.GetTimestamp();
        var analyzer = new TrackAnalyzer(song.SampleRateHz, song.ChannelCount, AnalysisScope.All, threadCount);
        for (int at = 0; at < song.FrameCount; at += BlockFrames)
        {
            analyzer.Push(song.Channels, at, Math.Min(BlockFrames, song.FrameCount - at));
        }

        TimeSpan pushed = Stopwatch.GetElapsedTime(began);
        double beforeFinish = analyzer.Costs.Sum(cost => cost.Time.TotalSeconds);
        analyzer.Finish();
        TimeSpan wall = Stopwatch.GetElapsedTime(began);
        List<(string Name, TimeSpan Time)> costs = [.. analyzer.Costs];
        double lastBatch = costs.Sum(cost => cost.Time.TotalSeconds) - beforeFinish;
        costs.Add(("tempo, beats, key, means at the end", wall - pushed - TimeSpan.FromSeconds(lastBatch)));
        if (threadCount == 1)
        {
            costs.Add(("copy, cleaning, mono mix", wall - TimeSpan.FromSeconds(costs.Sum(cost => cost.Time.TotalSeconds))));
        }

        return (wall, costs);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
