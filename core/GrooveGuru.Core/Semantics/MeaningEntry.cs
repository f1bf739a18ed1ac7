namespace GrooveGuru.Core.Semantics;

/// <summary>How one feature is read: the range that music shows, and a word for each fifth of it.</summary>
/// <param name="FeatureId">The feature.</param>
/// <param name="Low">Value that normalises to 0, in the feature's unit.</param>
/// <param name="High">Value that normalises to 1; above <paramref name="Low"/>.</param>
/// <param name="Logarithmic">Whether the range is walked by ratio (frequencies) instead of by difference.</param>
/// <param name="Words">A musician's word for each fifth, lowest first.</param>
/// <param name="Source">Where the range comes from.</param>
public sealed record MeaningEntry(
    string FeatureId, double Low, double High, bool Logarithmic, IReadOnlyList<string> Words, string Source);
