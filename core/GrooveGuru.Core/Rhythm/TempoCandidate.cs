namespace GrooveGuru.Core.Rhythm;

/// <summary>One reading of the tempo.</summary>
/// <param name="Bpm">Beats per minute.</param>
/// <param name="Confidence">How likely it is against the other readings, 0–1.</param>
public sealed record TempoCandidate(double Bpm, double Confidence);
