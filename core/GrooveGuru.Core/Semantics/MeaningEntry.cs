namespace GrooveGuru.Core.Semantics;

/// <summary>How one feature is read: the range that music shows, and a word for each fifth of it.</summary>
/// <param name="FeatureId">The feature.</param>
/// <param name="Low">Value that normalises to 0, in the feature's unit.</param>
/// <param name="High">Value that normalises to 1; above <paramref name="Low"/>.</param>
/// <param name="Scale">How the range between them is walked.</param>
/// <param name="Words">A musician's word for each fifth, lowest first.</param>
/// <param name="Source">Where the range comes from.</param>
public sealed record MeaningEntry(
    string FeatureId, double Low, double High, MeaningScale Scale, IReadOnlyList<string> Words, string Source)
{
    /// <summary>The word where a following feature says the opposite of the one that it follows.</summary>
    public const string Mixed = "mixed";

    /// <summary>
    /// The feature that speaks first about the same quality; null where this one does. Where features of one quality lie on opposite sides of the
    /// usual, the later one is called <see cref="Mixed"/>: two words of one report never contradict each other.
    /// </summary>
    public string? Follows { get; init; }

    /// <summary>Whether a high value means what a low value of the feature that it follows means.</summary>
    public bool IsOpposed { get; init; }

    /// <summary>Where a value lies within the range.</summary>
    /// <param name="value">In the feature's unit.</param>
    /// <returns>0–1; the ends for what lies outside.</returns>
    public double Normalise(double value)
    {
        double within = Math.Clamp(value, Low, High);
        double place = Scale switch
        {
            MeaningScale.Logarithmic => Math.Log(within / Low) / Math.Log(High / Low),
            MeaningScale.Odds => (LogOdds(within) - LogOdds(Low)) / (LogOdds(High) - LogOdds(Low)),
            _ => (within - Low) / (High - Low),
        };
        return Math.Clamp(place, 0, 1);
    }

    private static double LogOdds(double share) => Math.Log(share / (1 - share));
}
