namespace GrooveGuru.Bridge.Evaluation;

/// <summary>A note of a piece.</summary>
/// <param name="OnsetSeconds">Where it begins, s.</param>
/// <param name="OffsetSeconds">Where it ends, s.</param>
/// <param name="Pitch">MIDI pitch.</param>
internal sealed record TruthNote(double OnsetSeconds, double OffsetSeconds, int Pitch);
