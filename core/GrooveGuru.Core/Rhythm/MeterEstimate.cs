namespace GrooveGuru.Core.Rhythm;

/// <summary>How many beats make a bar.</summary>
/// <param name="BeatsPerBar">Beats in a bar, 2 or more.</param>
/// <param name="Confidence">How likely this reading is, 0–1.</param>
public sealed record MeterEstimate(int BeatsPerBar, double Confidence);
