namespace GrooveGuru.Core.Midi;

/// <summary>One track of a MIDI song.</summary>
/// <param name="Name">What the DAW shows; empty for none.</param>
/// <param name="Program">General MIDI program, 0 to 127; null to leave the instrument to the DAW.</param>
/// <param name="Notes">Its notes, in any order.</param>
public sealed record MidiTrack(string Name, int? Program, IReadOnlyList<MidiNote> Notes);
