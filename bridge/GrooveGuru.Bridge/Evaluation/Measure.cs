namespace GrooveGuru.Bridge.Evaluation;

/// <summary>One figure of an evaluation: what it is called, how a piece scores.</summary>
/// <param name="Id">Its key in JSON.</param>
/// <param name="Title">Its column.</param>
/// <param name="Of">The piece's score, 0–1; null where the truth is not known.</param>
internal sealed record Measure(string Id, string Title, Func<PieceScore, double?> Of)
{
    /// <summary>All of them, in the order of the table.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("tempo_accuracy_1", "Tempo", piece => Share(piece.TempoScore?.IsAccurate)),
        new("tempo_accuracy_2", "Tempo ±octave", piece => Share(piece.TempoScore?.IsAccurateUpToOctave)),
        new("key_exact", "Key", piece => Share(piece.KeyScore?.IsExact)),
        new("key_weighted", "MIREX", piece => piece.KeyScore?.Weighted),
        new("beat_f", "Beat F", piece => piece.BeatScore?.Events.FMeasure),
        new("beat_cmlt", "CMLt", piece => piece.BeatScore?.SameLevelContinuity),
        new("beat_amlt", "AMLt", piece => piece.BeatScore?.AnyLevelContinuity),
        new("downbeat_f", "Bar F", piece => piece.DownbeatScore?.Events.FMeasure),
        new("meter", "Meter", piece => Share(piece.IsMeterRight)),
        new("onset_f", "Onset F", piece => piece.OnsetScore?.FMeasure),
        new("chord_recall", "Chords", piece => piece.ChordScore?.TriadRecall),
    ];

    /// <summary>The mean over the pieces whose truth is known; null where there is none.</summary>
    public double? Mean(IEnumerable<PieceScore> pieces)
    {
        double[] known = [.. pieces.Select(Of).OfType<double>()];
        return known.Length > 0 ? known.Average() : null;
    }

    private static double? Share(bool? isRight) => isRight is { } known ? known ? 1 : 0 : null;
}
