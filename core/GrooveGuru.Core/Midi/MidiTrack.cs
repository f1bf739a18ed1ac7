namespace GrooveGuru.Core.Midi;

/// <summary>One track of a MIDI song.</summary>
/// <param name="Name">What the DAW shows; empty for none.</param>
/// <param name="Program">General MIDI program, 0 to 127; null to leave the instrument to the DAW.</param>
/// <param name="Notes">Its notes, in any order.</param>
public sealed record MidiTrack(string Name, int? Program, IReadOnlyList<MidiNote> Notes)
{
    /// <summary>The channel that General MIDI keeps for drums, counted from 0.</summary>
    public const int DrumChannel = 9;

    /// <summary>Positions of the pitch wheel; those of one place in the order in which they are sent.</summary>
    public IReadOnlyList<MidiPitchBend> Bends { get; init; } = [];

    /// <summary>Controllers; those of one place in the order in which they are sent.</summary>
    public IReadOnlyList<MidiControlChange> Controls { get; init; } = [];
}
