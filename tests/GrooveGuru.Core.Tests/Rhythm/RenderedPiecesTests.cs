using System.Text.Json;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Rhythm.Evaluation;

namespace GrooveGuru.Core.Tests.Rhythm;

/// <summary>Tempo, beats, onsets and key against the exact truth of rendered pieces: floors under what is reached, so that it stays.</summary>
public class RenderedPiecesTests
{
    [SharedFact]
    public void Analyze_RenderedPieces_KeepsTheScoresReached()
    {
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllText(SharedData.Path("audio/rendered/truth.json")));
        int pieces = 0, tempos = 0, keyed = 0, keys = 0;
        double beatScores = 0, continuity = 0;
        var drumOnsetScores = new List<double>();
        foreach (JsonElement piece in truth.RootElement.EnumerateArray())
        {
            string file = Path.GetFileName(piece.GetProperty("file").GetString()!);
            TrackAnalysis analysis = TrackAnalyzer.Analyze(
                AudioFile.ReadAll(SharedData.Path("audio/rendered/" + file)), AnalysisScope.Rhythm | AnalysisScope.Tonality);
            pieces++;
            double bpm = piece.GetProperty("bpm").GetDouble();
            tempos += TempoScore.Compare(bpm, analysis.Features.Number(FeatureIds.Tempo)!.Value).IsAccurate ? 1 : 0;
            BeatScore beats = BeatScore.Compare(Numbers(piece.GetProperty("beats")), analysis.Extended.BeatsSeconds);
            beatScores += beats.Events.FMeasure;
            continuity += beats.SameLevelContinuity;
            if (piece.TryGetProperty("key", out JsonElement key))
            {
                keyed++;
                keys += analysis.Features.Find(FeatureIds.Key)!.Text == key.GetString() ? 1 : 0;
            }
            else
            {
                IEnumerable<double> drums = piece.GetProperty("drums").EnumerateArray().Select(drum => drum.GetProperty("onset").GetDouble());
                drumOnsetScores.Add(OnsetScore.Compare(OnsetScore.Merged(drums), analysis.Extended.OnsetsSeconds).FMeasure);
            }
        }

        // Reached when this was written: all tempos, beats 0.99, continuity 0.99, onsets 0.99.
        Assert.Equal(pieces, tempos);
        Assert.InRange(beatScores / pieces, 0.97, 1);
        Assert.InRange(continuity / pieces, 0.95, 1);
        Assert.InRange(drumOnsetScores.Average(), 0.96, 1);
        Assert.InRange(keys, keyed - 1, keyed);
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];
}
