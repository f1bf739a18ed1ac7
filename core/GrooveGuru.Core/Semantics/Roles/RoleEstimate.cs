namespace GrooveGuru.Core.Semantics.Roles;

/// <summary>What a track is taken for, and how sure that is.</summary>
/// <param name="Role">The likeliest role; <see cref="TrackRole.Unknown"/> where none is likely enough or nothing was heard.</param>
/// <param name="Confidence">Probability of the likeliest role, 0–1, also where it is too small to be told; 0 where nothing was heard.</param>
/// <param name="Alternatives">Every role with its probability, likeliest first; what is missing to 1 is that it is no track
/// at all (a test tone, noise). Empty where nothing was heard.</param>
/// <param name="DecidedBy">What decided it, one sentence with the measured values.</param>
public sealed record RoleEstimate(
    TrackRole Role, double Confidence, IReadOnlyList<RoleProbability> Alternatives, string DecidedBy)
{
    /// <summary>Whether the sound alone says the same role; false where the name decided against it or where nothing was heard.</summary>
    public bool SoundAgrees { get; init; }

    /// <summary>The word of the name that spoke for a role; null where the name said nothing.</summary>
    public string? NameWord { get; init; }

    /// <summary>A role that the user has named.</summary>
    public static RoleEstimate Told(TrackRole role) =>
        new(role, 1, [new RoleProbability(role, 1)], "You said so.") { SoundAgrees = true };

    /// <summary>How likely one role is.</summary>
    /// <returns>0–1; 0 where nothing was heard.</returns>
    public double ProbabilityOf(TrackRole role) =>
        Alternatives.FirstOrDefault(alternative => alternative.Role == role)?.Probability ?? 0;
}
