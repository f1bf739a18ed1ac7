namespace GrooveGuru.Core.Midi;

/// <summary>A meter from one place on.</summary>
/// <param name="Ticks">Where, ticks.</param>
/// <param name="Numerator">Beats in a bar, 1 to 255.</param>
/// <param name="Denominator">Kind of note that is the beat: 1, 2, 4, 8 and so on.</param>
public sealed record MidiMeterChange(long Ticks, int Numerator, int Denominator);
