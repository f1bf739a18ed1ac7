using System.Diagnostics;
using System.Globalization;
using GrooveGuru.Benchmarks.Analysis;
using GrooveGuru.Bridge.Inference;
using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Benchmarks.Transcription;

/// <summary>Time of the MIDI job on ten minutes of stereo, of the model in it, and how far that is from what the processor can do.</summary>
public static class TranscriptionCost
{
    /// <summary>The verb of the command line.</summary>
    public const string Verb = "transcription";

    private const double SongSeconds = 600;
    private const double TargetSpeed = 60;
    private const int ModelRounds = 60;
    private const int JobRounds = 3;

    // Multiply-adds that the model's graph asks for in a window: octaves of 36 complex tones with 256 samples each, the low-passes
    // between them, and the six layers, of which the first (8 channels to 8 by 3 x 39 over 172 x 264) is two thirds.
    private const double OperationsPerWindow =
        (9.0 * 72 * 256 * 172) + (256.0 * 43_671)
        + (8.0 * 8 * 3 * 39 * 172 * 264) + (8.0 * 25 * 172 * 264) + (32.0 * 49 * 172 * 88) + (32.0 * 21 * 172 * 88) + (8.0 * 32 * 25 * 172 * 88) + (33.0 * 9 * 172 * 88);

    /// <summary>Measures and prints the tables, and whether the target is met.</summary>
    /// <returns>0 when it is, else 1.</returns>
    public static int Run()
    {
        double peak = MultiplyAddPeak.Measure();
        Print($"One thread at its best: {peak / 1e9:F0} thousand million multiply-adds in a second");
        using SessionLease lease = SessionCache.Shared.Take(BasicPitchModel.Contract.Name, BasicPitchModel.Contract);
        using BasicPitchModel model = new(lease.Session);
        double one = ModelSeconds(model, 1), all = ModelSeconds(model, model.WindowsAtOnce);
        Print($"Basic Pitch, a window on one thread: {1000 * one:F1} ms, {100 * OperationsPerWindow / one / peak:F0} % of that");
        Print($"Basic Pitch, {model.WindowsAtOnce} windows at once: {1000 * all:F1} ms each, {one / all:F2} times as quick, {WindowSeconds / all:F0} × real time");

        bool isMet = true;
        Print($"{SongSeconds} s of stereo at 44.1 kHz, notes with tempo and key, fastest of {JobRounds} rounds");
        Print($"{"mode",-8}{"s",8}{"× real time",14}{"model's share",16}");
        foreach (TranscriptionMode mode in Enum.GetValues<TranscriptionMode>())
        {
            double seconds = Enumerable.Range(0, JobRounds).Min(_ => JobSeconds(mode));
            double share = mode == TranscriptionMode.Drums ? 0 : all * SongSeconds / WindowSeconds / seconds;
            bool isFast = SongSeconds / seconds >= TargetSpeed;
            isMet &= isFast;
            Print($"{mode,-8}{seconds,8:F2}{SongSeconds / seconds,14:F0}{100 * share,15:F0}%   {(isFast ? "target met" : "TARGET MISSED")}: {TargetSpeed}");
        }

        return isMet ? 0 : 1;
    }

    private static double WindowSeconds => (double)BasicPitchFraming.WindowHopSamples / BasicPitchFraming.SampleRateHz;

    // The fastest round: what else the machine did is not the model's cost.
    private static double ModelSeconds(BasicPitchModel model, int count)
    {
        NoteWindows windows = new(count);
        Random random = new(1);
        for (int window = 0; window < count; window++)
        {
            Span<float> samples = windows.Samples(window);
            for (int index = 0; index < samples.Length; index++)
            {
                samples[index] = random.NextSingle() - 0.5f;
            }
        }

        return Enumerable.Range(0, ModelRounds).Min(_ =>
        {
            long began = Stopwatch.GetTimestamp();
            model.Hear(windows, count, CancellationToken.None);
            return Stopwatch.GetElapsedTime(began).TotalSeconds / count;
        });
    }

    private static double JobSeconds(TranscriptionMode mode)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("grooveguru-bench-");
        try
        {
            MidiWork work = new(new MidiSettings { Mode = mode });
            long began = Stopwatch.GetTimestamp();
            work.Run(
                new WorkInput(() => BenchmarkSong.Stream(SongSeconds), null, "song"), folder.FullName, new StepProgress(_ => { }), CancellationToken.None);
            return Stopwatch.GetElapsedTime(began).TotalSeconds;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
