namespace GrooveGuru.Core.Semantics.Roles;

/// <summary>How likely one role is.</summary>
/// <param name="Role">The role, never <see cref="TrackRole.Unknown"/>.</param>
/// <param name="Probability">0–1.</param>
public sealed record RoleProbability(TrackRole Role, double Probability);
