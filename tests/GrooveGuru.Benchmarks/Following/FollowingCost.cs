using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GrooveGuru.Benchmarks.Analysis;
using GrooveGuru.Bridge.Sessions;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Reports;

namespace GrooveGuru.Benchmarks.Following;

/// <summary>
/// What the bridge spends on a track that plays for two hours: the capture, the running analysis that hears it four times a second, and
/// the reports when they are due. The time is that of the thread's work, not of the music.
/// </summary>
public static class FollowingCost
{
    /// <summary>The verb of the command line.</summary>
    public const string Verb = "following";

    private const double Seconds = 2 * 3600;
    private const double TickSeconds = 0.25;
    private const int Parts = 8;
    private const double FlatWithin = 2;

    /// <summary>Measures and prints a line for each part of the stream.</summary>
    /// <returns>0 when the last part costs no more than twice the first, reports left out, else 1.</returns>
    public static int Run()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gg-following-");
        try
        {
            using IAudioSource source = BenchmarkSong.Stream(Seconds);
            using CaptureTimeline timeline = new(folder.FullName, source.SampleRateHz, source.ChannelCount, Seconds);
            return Run(source, timeline);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Run(IAudioSource source, CaptureTimeline timeline)
    {
        RunningAnalysis running = new(timeline);
        int tickFrames = (int)(TickSeconds * source.SampleRateHz);
        float[][] planar = [.. Enumerable.Range(0, source.ChannelCount).Select(_ => new float[tickFrames])];
        float[] interleaved = new float[tickFrames * source.ChannelCount];
        double heard = 0, analysed = 0;
        double[] following = new double[Parts], reporting = new double[Parts];
        int[] reports = new int[Parts];
        for (int frames; (frames = ReadTick(source, planar)) > 0;)
        {
            Interleave(planar, interleaved, frames);
            int part = Math.Min(Parts - 1, (int)(heard / Seconds * Parts));
            long began = Stopwatch.GetTimestamp();
            timeline.Write((long)(heard * source.SampleRateHz), MemoryMarshal.AsBytes(interleaved.AsSpan(0, frames * source.ChannelCount)));
            running.Follow(CancellationToken.None);
            following[part] += Stopwatch.GetElapsedTime(began).TotalSeconds;
            heard += (double)frames / source.SampleRateHz;
            if (AnalysisPolicy.Decide(heard, analysed, hasNews: true, playing: true, quietSeconds: 0, followed: true) != AnalysisKind.None)
            {
                began = Stopwatch.GetTimestamp();
                new CaptureToAnalyse(timeline, running, 0, 0, null).Report(new TrackHint("Track"), CancellationToken.None);
                reporting[part] += Stopwatch.GetElapsedTime(began).TotalSeconds;
                reports[part]++;
                analysed = heard;
            }
        }

        return Print(following, reporting, reports);
    }

    private static int Print(double[] following, double[] reporting, int[] reports)
    {
        const double partSeconds = Seconds / Parts;
        Console.WriteLine("a track that plays for two hours, 44.1 kHz stereo, share of one core:");
        for (int part = 0; part < Parts; part++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  minutes {part * partSeconds / 60,3:0} to {(part + 1) * partSeconds / 60,3:0}: following {100 * following[part] / partSeconds:0.00} %, {reports[part],2} reports {100 * reporting[part] / partSeconds:0.00} %"));
        }

        // The second part: the first one holds the compiler's work.
        double ratio = following[^1] / following[1];
        bool met = ratio < FlatWithin;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  in all {100 * (following.Sum() + reporting.Sum()) / Seconds:0.00} %; last part to second part {ratio:0.00}, {(met ? "flat" : "NOT FLAT")} (limit {FlatWithin})"));
        return met ? 0 : 1;
    }

    private static int ReadTick(IAudioSource source, float[][] planar)
    {
        int done = 0;
        for (int frames; done < planar[0].Length && (frames = source.Read(planar, done, planar[0].Length - done)) > 0; done += frames)
        {
        }

        return done;
    }

    private static void Interleave(float[][] planar, float[] interleaved, int frames)
    {
        for (int channel = 0; channel < planar.Length; channel++)
        {
            for (int frame = 0; frame < frames; frame++)
            {
                interleaved[(frame * planar.Length) + channel] = planar[channel][frame];
            }
        }
    }
}
