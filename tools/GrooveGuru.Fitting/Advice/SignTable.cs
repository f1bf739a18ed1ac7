using System.Globalization;
using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Advice.Signs;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Loudness;

namespace GrooveGuru.Fitting.Advice;

/// <summary>Makes the table from which the fault model is fitted: clean tracks, each with every fault that can be made on it, and as it came.</summary>
internal static class SignTable
{
    private const int MaxSeconds = 12;
    private const AnalysisScope Scope = AnalysisScope.Level | AnalysisScope.Loudness | AnalysisScope.Stereo;

    /// <summary>Reads a manifest (path,role,group,split,kind and more), writes a table as CSV.</summary>
    public static int Run(string manifest, string outFile)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(manifest))!;
        string[] lines = File.ReadAllLines(manifest);
        string[] head = lines[0].Split(',');
        using var writer = new StreamWriter(outFile);
        object gate = new();
        bool headWritten = false;
        Parallel.ForEach(lines.Skip(1), new ParallelOptions { MaxDegreeOfParallelism = 2 }, line =>
        {
            string[] cells = line.Split(',');
            string Cell(string name) => cells[Array.IndexOf(head, name)];
            try
            {
                string about = string.Join(',', Cell("path"), Cell("role"), Cell("group"), Cell("split"), Cell("kind"));
                List<(string Faults, double Tempo, TrackAnalysis Analysis, TrackSigns Signs)> rows = Rows(Path.Combine(folder, Cell("path")), Cell("path"));
                lock (gate)
                {
                    foreach (var row in rows)
                    {
                        if (!headWritten)
                        {
                            writer.WriteLine("path,role,group,split,kind,fault,tempo,lufs,peak," + string.Join(',', row.Signs.Names));
                            headWritten = true;
                        }

                        LoudnessMeasures loudness = row.Analysis.Extended.Loudness;
                        writer.WriteLine(string.Create(
                            CultureInfo.InvariantCulture,
                            $"{about},{row.Faults},{row.Tempo:0.##},{loudness.IntegratedLufs ?? -70:0.###},{loudness.TruePeakDbtp ?? -70:0.###},")
                            + string.Join(',', row.Signs.Values.Select(value => value.ToString("G6", CultureInfo.InvariantCulture))));
                    }

                    writer.Flush();
                }
            }
            catch (GrooveGuruException error)
            {
                Console.Error.WriteLine($"{cells[0]}: {error.Message}");
            }
        });
        return 0;
    }

    private static List<(string Faults, double Tempo, TrackAnalysis Analysis, TrackSigns Signs)> Rows(string file, string name)
    {
        List<(string, double, TrackAnalysis, TrackSigns)> rows = [];
        AudioBuffer audio = AudioFile.ReadAll(file);
        int frames = Math.Min(audio.FrameCount, MaxSeconds * audio.SampleRateHz);
        int start = (audio.FrameCount - frames) / 2;
        var cut = new AudioBuffer([.. audio.Channels.Take(2).Select(samples => samples.AsSpan(start, frames).ToArray())], audio.SampleRateHz);
        if (CleanTrack.Stage(name, cut) is not { } clean)
        {
            return rows;
        }

        double tempo = clean.Analysis.Features.Number(FeatureIds.Tempo) ?? 0;
        Add("raw", cut);
        Add("clean", clean.Audio);
        foreach (FaultCase fault in FaultCatalogue.All.Where(fault => fault.Kind is not (FaultKind.TooQuiet or FaultKind.TooLoud)))
        {
            if (FaultInjector.Inject(clean, fault) is { } injected)
            {
                Add(fault.Id, injected.Audio);
            }
        }

        return rows;

        void Add(string faults, AudioBuffer with)
        {
            TrackAnalysis analysis = TrackAnalyzer.Analyze(with, Scope);
            rows.Add((faults, tempo, analysis, TrackSigns.Measure(with, analysis)));
        }
    }
}
