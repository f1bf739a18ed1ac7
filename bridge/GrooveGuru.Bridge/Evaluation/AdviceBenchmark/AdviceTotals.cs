using GrooveGuru.Core.Advice;

namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>The figures of a set of tracks.</summary>
internal sealed record AdviceTotals
{
    private const int BinCount = 10;

    /// <summary>The tracks.</summary>
    public required IReadOnlyList<TrackScore> Tracks { get; init; }

    /// <summary>All faults together.</summary>
    public required CaseTotals Cases { get; init; }

    /// <summary>Recommendations for a clean track, on average.</summary>
    public required double AdvicePerCleanTrack { get; init; }

    /// <summary>Recommendations of priority 1 for a clean track, on average.</summary>
    public required double FirstPriorityPerCleanTrack { get; init; }

    /// <summary>Share of clean tracks without any advice, 0–1.</summary>
    public required double CleanTracksLeftAlone { get; init; }

    /// <summary>Share of clean tracks of which the verdict is that nothing is clearly wrong, those without any advice among them, 0–1.</summary>
    public required double CleanTracksCleared { get; init; }

    /// <summary>Confidence against being right, of all recommendations on clean tracks and on tracks with faults.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>The same for each part of the mix that is advised on.</summary>
    public required IReadOnlyDictionary<RecommendationDomain, IReadOnlyList<ReliabilityBin>> ReliabilityByDomain { get; init; }

    /// <summary>Mean distance of confidence from being right, 0–1; null for no advice at all.</summary>
    public double? CalibrationError => Error(Reliability);

    /// <summary>Takes the figures.</summary>
    /// <param name="tracks">Tracks that could be used, one or more.</param>
    public static AdviceTotals Of(IReadOnlyList<TrackScore> tracks)
    {
        GivenAdvice[] all =
        [
            .. tracks.SelectMany(track => track.CleanAdvice),
            .. tracks.SelectMany(track => track.Faults).SelectMany(fault => fault.Advice),
        ];
        return new AdviceTotals
        {
            Tracks = tracks,
            Cases = CaseTotals.Of(tracks.SelectMany(track => track.Faults)),
            AdvicePerCleanTrack = tracks.Average(track => track.CleanAdvice.Count),
            FirstPriorityPerCleanTrack = tracks.Average(track => track.CleanAdvice.Count(advice => advice.Priority == 1)),
            CleanTracksLeftAlone = tracks.Average(track => track.CleanAdvice.Count == 0 ? 1.0 : 0),
            CleanTracksCleared = tracks.Average(track => track.CleanAdvice.All(advice => advice.Confidence < Recommendation.LikelyConfidence) ? 1.0 : 0),
            Reliability = Bins(all),
            ReliabilityByDomain = all.GroupBy(advice => advice.Domain).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => Bins(group)),
        };
    }

    /// <summary>Mean distance of confidence from being right, 0–1; null where nothing is in the bins.</summary>
    public static double? Error(IReadOnlyList<ReliabilityBin> bins) =>
        bins.Any(bin => bin.Count > 0) ? ReliabilityBin.CalibrationError(bins) : null;

    private static IReadOnlyList<ReliabilityBin> Bins(IEnumerable<GivenAdvice> advice) =>
        ReliabilityBin.Of(advice.Select(given => (given.Confidence, given.IsRight)), BinCount);
}
