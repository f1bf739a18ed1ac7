namespace GrooveGuru.Bridge.Evaluation;

/// <summary>How often answers of one confidence were right: calibrated means that both agree.</summary>
/// <param name="From">Least confidence of the bin, 0–1.</param>
/// <param name="To">Its end; the last one includes it.</param>
/// <param name="Count">Answers in it.</param>
/// <param name="MeanConfidence">Their mean confidence, 0–1; 0 for none.</param>
/// <param name="HitRate">Share of them that were right, 0–1; 0 for none.</param>
internal sealed record ReliabilityBin(double From, double To, int Count, double MeanConfidence, double HitRate)
{
    private static readonly double[] FineAtTheTop = [0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

    /// <summary>Sorts answers into bins, finer where most of them are.</summary>
    /// <param name="answers">Confidence, 0–1, and whether the answer was right.</param>
    public static IReadOnlyList<ReliabilityBin> Of(IEnumerable<(double Confidence, bool IsRight)> answers) => Of(answers, FineAtTheTop);

    /// <summary>Sorts answers into bins of one width.</summary>
    /// <param name="answers">Confidence, 0–1, and whether the answer was right.</param>
    /// <param name="binCount">Bins, 1 or more.</param>
    public static IReadOnlyList<ReliabilityBin> Of(IEnumerable<(double Confidence, bool IsRight)> answers, int binCount) =>
        Of(answers, [.. Enumerable.Range(0, binCount + 1).Select(edge => (double)edge / binCount)]);

    private static IReadOnlyList<ReliabilityBin> Of(IEnumerable<(double Confidence, bool IsRight)> answers, double[] edges)
    {
        ILookup<int, (double Confidence, bool IsRight)> byBin = answers.ToLookup(
            answer => Math.Clamp(Array.FindLastIndex(edges, edge => answer.Confidence >= edge), 0, edges.Length - 2));
        return
        [
            .. Enumerable.Range(0, edges.Length - 1).Select(bin => new ReliabilityBin(
                edges[bin],
                edges[bin + 1],
                byBin[bin].Count(),
                byBin[bin].Select(answer => answer.Confidence).DefaultIfEmpty(0).Average(),
                byBin[bin].Select(answer => answer.IsRight ? 1.0 : 0).DefaultIfEmpty(0).Average())),
        ];
    }

    /// <summary>The tempos that were given, against accuracy 1.</summary>
    public static IReadOnlyList<ReliabilityBin> OfTempo(IEnumerable<PieceScore> pieces) => Of(
        pieces.Where(piece => piece is { TempoScore: not null, TempoBpm: > 0 })
            .Select(piece => (piece.TempoConfidence, piece.TempoScore!.IsAccurate)));

    /// <summary>The keys that were given, against the exact key.</summary>
    public static IReadOnlyList<ReliabilityBin> OfKey(IEnumerable<PieceScore> pieces) => Of(
        pieces.Where(piece => piece is { KeyScore: not null, Key: not null })
            .Select(piece => (piece.KeyConfidence, piece.KeyScore!.IsExact)));

    /// <summary>Mean distance between confidence and hit rate, weighted by the answers: the expected calibration error.</summary>
    public static double CalibrationError(IReadOnlyList<ReliabilityBin> bins)
    {
        double count = bins.Sum(bin => bin.Count);
        return count > 0 ? bins.Sum(bin => bin.Count / count * Math.Abs(bin.MeanConfidence - bin.HitRate)) : 0;
    }
}
