namespace GrooveGuru.Core.Semantics;

/// <summary>What one measured feature says in a musician's words.</summary>
/// <param name="FeatureId">The feature.</param>
/// <param name="Normalised">The value placed within the range that music usually shows, 0–1.</param>
/// <param name="Intensity">The same in five steps.</param>
/// <param name="Word">A musician's word: "mellow", "airy", "boomy".</param>
public sealed record FeatureMeaning(string FeatureId, double Normalised, Intensity Intensity, string Word);
