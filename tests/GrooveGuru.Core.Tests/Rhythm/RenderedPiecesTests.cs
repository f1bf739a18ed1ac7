using System.Text.Json;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Tests.Rhythm;

/// <summary>Tempo, beats and key against the exact truth of rendered pieces: floors under what is reached, so that it stays.</summary>
public class RenderedPiecesTests
{
    private const double BeatToleranceSeconds = 0.07;

    [SharedFact]
    public void Analyze_RenderedPieces_KeepsTheScoresReached()
    {
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllText(SharedData.Path("audio/rendered/truth.json")));
        int pieces = 0, tempos = 0, keyed = 0, keys = 0;
        double beatScores = 0;
        foreach (JsonElement piece in truth.RootElement.EnumerateArray())
        {
            string file = Path.GetFileName(piece.GetProperty("file").GetString()!);
            TrackAnalysis analysis = TrackAnalyzer.Analyze(AudioFile.ReadAll(SharedData.Path("audio/rendered/" + file)));
            pieces++;
            double bpm = piece.GetProperty("bpm").GetDouble();
            tempos += Math.Abs(analysis.Features.Number(FeatureIds.Tempo)!.Value - bpm) < 0.04 * bpm ? 1 : 0;
            beatScores += FMeasure(
                analysis.Extended.BeatsSeconds, piece.GetProperty("beats").EnumerateArray().Select(beat => beat.GetDouble()).ToArray());
            if (piece.TryGetProperty("key", out JsonElement key))
            {
                keyed++;
                keys += analysis.Features.Find(FeatureIds.Key)!.Text == key.GetString() ? 1 : 0;
            }
        }

        Assert.Equal(pieces, tempos);
        Assert.InRange(beatScores / pieces, 0.90, 1);
        Assert.InRange(keys, keyed - 1, keyed);
    }

    private static double FMeasure(IReadOnlyList<double> found, double[] truth)
    {
        int hits = found.Count(beat => truth.Any(other => Math.Abs(other - beat) <= BeatToleranceSeconds));
        return 2.0 * hits / Math.Max(1, found.Count + truth.Length);
    }
}
