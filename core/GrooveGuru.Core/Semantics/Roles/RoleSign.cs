using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Semantics.Roles;

/// <summary>One measure that the role is told from. None of them changes with the level.</summary>
/// <param name="Name">What a musician reads.</param>
/// <param name="Value">The measure in <paramref name="Unit"/>; null where it could not be made.</param>
/// <param name="Unit">Its unit; empty where it has none.</param>
/// <param name="Scaled">Brings the measure to a scale on which equal steps count the same.</param>
internal sealed record RoleSign(string Name, Func<TrackAnalysis, double?> Value, string Unit, Func<double, double> Scaled)
{
    /// <summary>Whether it says something to a musician.</summary>
    public bool IsPlain { get; init; } = true;

    /// <summary>The scaled measure; null where it could not be made.</summary>
    public double? Measure(TrackAnalysis analysis) => Value(analysis) is double value ? Scaled(value) : null;
}
