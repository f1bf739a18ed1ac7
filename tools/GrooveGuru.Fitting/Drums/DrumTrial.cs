using System.Globalization;
using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Transcription.Drums;
using GrooveGuru.Core.Transcription.Evaluation;

namespace GrooveGuru.Fitting.Drums;

/// <summary>Tries a drum model on pieces.</summary>
internal static class DrumTrial
{
    /// <summary>Prints F1 by kind of piece and threshold to standard error.</summary>
    public static void Run(string title, byte[] weights, IEnumerable<(TruthPiece Truth, string Path)> pieces)
    {
        Console.Error.WriteLine(title);
        var heard = pieces.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(piece =>
            (piece.Truth, Strokes: StrokeHearing.Hear(() => AudioFile.Open(piece.Path), DrumModel.Read(new MemoryStream(weights))))).ToArray();
        if (Environment.GetEnvironmentVariable("DRUM_DUMP") is { } dump)
        {
            using StreamWriter w = new(dump + "/" + title.Split(' ', ':')[0] + ".jsonl");
            foreach (var (truth, strokes) in heard)
            {
                w.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { id = truth.Id, t = truth.Strokes.Select(x => new double[] { x.OnsetSeconds, x.Key, x.Velocity ?? 0 }), s = strokes.Select(x => new { x.Seconds, x.Probabilities, x.KindSeconds, x.Rises, x.Levels, x.Falls }) }));
            }
        }

        foreach (var group in heard.GroupBy(piece => piece.Truth.Id.Split('_')[1][..4]))
        {
            foreach (DrumKind kind in Enum.GetValues<DrumKind>())
            {
                double[] thresholds = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7];
                Console.Error.WriteLine($"  {group.Key} {kind,-10} {group.Sum(piece => piece.Truth.Strokes.Count(stroke => DrumKeys.KindOf(stroke.Key) == kind)),5}  " + string.Join(" ", thresholds.Select(threshold =>
                {
                    int matched = 0, truths = 0, found = 0;
                    foreach (var (truth, strokes) in group)
                    {
                        ScoredNote[] reference = [.. truth.Strokes.Where(stroke => DrumKeys.KindOf(stroke.Key) == kind).Select(stroke => new ScoredNote(stroke.OnsetSeconds, stroke.OnsetSeconds + 0.1, 1))];
                        ScoredNote[] estimate = [.. strokes.Where(stroke => stroke.Probabilities[(int)kind] >= threshold).Select(stroke => new ScoredNote(stroke.KindSeconds[(int)kind], stroke.KindSeconds[(int)kind] + 0.1, 1))];
                        matched += NoteScore.Compare(reference, estimate).MatchedCount;
                        truths += reference.Length;
                        found += estimate.Length;
                    }

                    return string.Create(CultureInfo.InvariantCulture, $"{threshold:F2}:{2.0 * matched / Math.Max(1, truths + found):F3}");
                })));
            }
        }
    }
}
