namespace GrooveGuru.Core.Midi;

/// <summary>One note of a MIDI track.</summary>
/// <param name="StartTicks">When it starts, ticks from the start of the song, 0 or more.</param>
/// <param name="LengthTicks">How long it is held, ticks, 1 or more.</param>
/// <param name="Pitch">Note number, 0 to 127; 60 is middle C.</param>
/// <param name="Velocity">1 to 127.</param>
/// <param name="Channel">MIDI channel counted from 0; 9 is drums.</param>
public sealed record MidiNote(long StartTicks, long LengthTicks, int Pitch, int Velocity, int Channel = 0);
