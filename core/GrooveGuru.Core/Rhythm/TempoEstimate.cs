namespace GrooveGuru.Core.Rhythm;

/// <summary>A tempo with its other readings.</summary>
/// <param name="Bpm">Beats per minute; 0 where there is no pulse.</param>
/// <param name="Confidence">How likely this reading is, 0–1; 0 where there is no pulse.</param>
/// <param name="PulseClarity">How much of the onset envelope repeats after one beat, 0–1, apart from the choice of octave.</param>
/// <param name="Alternatives">Other readings, most likely first.</param>
public sealed record TempoEstimate(
    double Bpm, double Confidence, double PulseClarity, IReadOnlyList<TempoCandidate> Alternatives)
{
    /// <summary>No pulse.</summary>
    public static TempoEstimate None { get; } = new(0, 0, 0, []);
}
