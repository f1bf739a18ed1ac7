namespace GrooveGuru.Core.Rhythm;

/// <summary>A tempo with its other readings.</summary>
/// <param name="Bpm">Beats per minute; 0 where there is no pulse.</param>
/// <param name="Confidence">How likely this reading is, 0–1; 0 where there is no pulse.</param>
/// <param name="Alternatives">Other readings, most likely first; the confidences of all readings add up to 1 at most.</param>
public sealed record TempoEstimate(double Bpm, double Confidence, IReadOnlyList<TempoCandidate> Alternatives)
{
    /// <summary>No pulse.</summary>
    public static TempoEstimate None { get; } = new(0, 0, []);
}
