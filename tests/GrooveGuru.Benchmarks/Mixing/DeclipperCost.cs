using System.Diagnostics;
using System.Globalization;
using GrooveGuru.Benchmarks.Analysis;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Tests.Mixing;

namespace GrooveGuru.Benchmarks.Mixing;

/// <summary>What the declipper undoes of clipping, and the time it takes, on recordings that are driven over full scale.</summary>
public static class DeclipperCost
{
    /// <summary>The verb of the command line.</summary>
    public const string Verb = "declipper";

    private const double CutSeconds = 10;
    private const double ReportedSeconds = 20;
    private const double TargetSeconds = 3;
    private const double HalvedDb = 6;
    private static readonly double[] DrivesDb = [3, 6, 9];

    /// <summary>Measures and prints.</summary>
    /// <param name="folder">Clean recordings, ten seconds of each; null for the demo song.</param>
    /// <returns>0 when 20 s of stereo take less than 3 s, at every drive of every recording, else 1.</returns>
    public static int Run(string? folder)
    {
        (string Name, AudioBuffer Audio)[] recordings = folder is null
            ? [("demo song", BenchmarkSong.OfSeconds(CutSeconds + 2))]
            : [.. DeclipperBench.Files(folder).Select(path => (Path.GetFileName(path), AudioFile.ReadAll(path)))];
        if (recordings.Length == 0)
        {
            Print($"There is no audio in {folder}.");
            return 1;
        }

        Print($"error less, dB, and time of {ReportedSeconds} s of stereo, s; clipped at 0 dBFS, restored up to 6 dB over it");
        Print($"{"recording",-60}{string.Concat(DrivesDb.Select(driveDb => $"{$"+{driveDb} dB",10}{"s",7}"))}");
        ChainRenderer.Render(DeclipperBench.Clip(DeclipperBench.Driven(recordings[0].Audio, 6, 1)), [new DeclipperSettings(0, 6, 0)]);
        (double GainDb, double Seconds)[][] rows = Array.ConvertAll(
            recordings, recording => Array.ConvertAll(DrivesDb, driveDb => Measure(recording.Audio, driveDb)));
        for (int row = 0; row < rows.Length; row++)
        {
            PrintRow(recordings[row].Name, rows[row]);
        }

        PrintRow("mean", [.. DrivesDb.Select((_, drive) => (rows.Average(row => row[drive].GainDb), rows.Average(row => row[drive].Seconds)))]);
        PrintRow("least gain, longest time", [.. DrivesDb.Select((_, drive) => (rows.Min(row => row[drive].GainDb), rows.Max(row => row[drive].Seconds)))]);
        Print($"{"error halved, of " + rows.Length,-60}{string.Concat(DrivesDb.Select((_, drive) => $"{rows.Count(row => row[drive].GainDb >= HalvedDb),10}{"",7}"))}");
        bool met = rows.All(row => row.All(cell => cell.Seconds < TargetSeconds));
        Print($"{(met ? "target met" : "TARGET MISSED")}: {TargetSeconds} s");
        return met ? 0 : 1;
    }

    private static (double GainDb, double Seconds) Measure(AudioBuffer audio, double driveDb)
    {
        AudioBuffer clean = DeclipperBench.Driven(audio, driveDb, CutSeconds);
        AudioBuffer clipped = DeclipperBench.Clip(clean);
        long began = Stopwatch.GetTimestamp();
        AudioBuffer after = ChainRenderer.Render(clipped, [new DeclipperSettings(0, 6, 0)]);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds * ReportedSeconds / clean.DurationSeconds * 2 / clean.ChannelCount;
        return (DeclipperBench.ErrorDb(clean, clipped) - DeclipperBench.ErrorDb(clean, after), seconds);
    }

    private static void PrintRow(string name, (double GainDb, double Seconds)[] cells) =>
        Print($"{name,-60}{string.Concat(cells.Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell.GainDb,10:F1}{cell.Seconds,7:F2}")))}");

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
