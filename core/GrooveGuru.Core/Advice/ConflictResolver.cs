namespace GrooveGuru.Core.Advice;

/// <summary>Keeps two pieces of advice from working against each other.</summary>
public static class ConflictResolver
{
    /// <summary>
    /// Who gives way to whom, and why. Safety first (clipping, polarity), then what hurts, then what is a matter of taste.
    /// </summary>
    public static IReadOnlyList<Conflict> Table { get; } =
    [
        new("gain.clipping", "gain.true_peak", "Both turn down to the same peak; clipping is the graver reason."),
        new("gain.clipping", "gain.level", "A clipped track must be made again at a lower level first."),
        new("gain.level", "gain.true_peak", "The level already brings the peaks down with it."),
        new("gain.clipping", "compression.over_compressed", "Flat peaks are clipped ones here; expanding them would make it worse."),
        new("spatial.polarity", "spatial.low_end_width", "The low end is wide because one channel is inverted."),
        new("spatial.polarity", "spatial.narrow", "Width means nothing while the channels cancel."),
        new("spatial.low_end_width", "spatial.narrow", "What is unsafe in mono is not widened."),
        new("eq.harshness", "eq.brightness", "The hump in the upper mids decides how bright the track reads."),
        new("compression.over_compressed", "compression.wide_dynamics", "What is crushed is not compressed further."),
    ];

    /// <summary>The advice that may stand together.</summary>
    /// <param name="recommendations">Advice that was tried.</param>
    public static IReadOnlyList<Recommendation> Resolve(IReadOnlyList<Recommendation> recommendations)
    {
        ArgumentNullException.ThrowIfNull(recommendations);
        var ids = recommendations.Select(recommendation => recommendation.Id).ToHashSet();
        return
        [
            .. recommendations.Where(recommendation => !Table.Any(
                conflict => conflict.LoserId == recommendation.Id && ids.Contains(conflict.WinnerId))),
        ];
    }
}
