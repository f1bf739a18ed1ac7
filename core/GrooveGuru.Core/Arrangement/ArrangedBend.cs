namespace GrooveGuru.Core.Arrangement;

/// <summary>How far the sounding pitch is from the note's own, from a place on.</summary>
/// <param name="TicksAfterStart">The place, ticks after the start of the note.</param>
/// <param name="Semitones">The distance, semitones; above is positive.</param>
public readonly record struct ArrangedBend(long TicksAfterStart, double Semitones);
