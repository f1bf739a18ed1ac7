namespace GrooveGuru.Core.Advice.FollowUps;

/// <summary>What became of earlier advice.</summary>
/// <param name="Promise">What it promised.</param>
/// <param name="Now">The measure on what is heard now, in its unit; null where it was not measured again.</param>
/// <param name="Tolerance">What two hearings of the same differ by, in the same unit.</param>
/// <param name="Status">What that makes of it.</param>
public sealed record FollowUp(Promise Promise, double? Now, double Tolerance, RecommendationStatus Status);
