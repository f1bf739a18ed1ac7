namespace GrooveGuru.Core.Semantics;

/// <summary>What one measured feature says in a musician's words.</summary>
/// <param name="FeatureId">The feature.</param>
/// <param name="Normalised">The value placed within the range that music usually shows, 0–1; for the key how far it is major.</param>
/// <param name="Intensity">The same in five steps.</param>
/// <param name="Word">A musician's word: "mellow", "airy top", "heavy sub".</param>
public sealed record FeatureMeaning(string FeatureId, double Normalised, Intensity Intensity, string Word)
{
    private const int LevelCount = 7;

    /// <summary>The same in seven steps, as how much of the quality is there.</summary>
    public SemanticLevel Level => (SemanticLevel)Math.Min((int)(Normalised * LevelCount), LevelCount - 1);
}
