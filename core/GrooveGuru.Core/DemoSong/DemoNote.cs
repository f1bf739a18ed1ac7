namespace GrooveGuru.Core.DemoSong;

/// <summary>One note that the demo song really plays.</summary>
/// <param name="Part">One of <see cref="DemoSongParts"/>.</param>
/// <param name="OnsetSeconds">When it starts, s from the start of the audio.</param>
/// <param name="OffsetSeconds">When the key is let go, s from the start of the audio.</param>
/// <param name="MidiPitch">MIDI note number; for drums the General MIDI percussion number.</param>
/// <param name="Velocity">1 to 127.</param>
public sealed record DemoNote(string Part, double OnsetSeconds, double OffsetSeconds, int MidiPitch, int Velocity);
