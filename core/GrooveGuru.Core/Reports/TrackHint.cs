using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Reports;

/// <summary>What is known of a track beside its sound.</summary>
/// <param name="Name">What the user or the file calls it, which may tell its role; null where it has no name.</param>
/// <param name="Role">What it is, where the user says so; null to guess.</param>
public sealed record TrackHint(string? Name, TrackRole? Role = null)
{
    /// <summary>Nothing.</summary>
    public static TrackHint None { get; } = new(Name: null);
}
