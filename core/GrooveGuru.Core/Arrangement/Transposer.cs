namespace GrooveGuru.Core.Arrangement;

/// <summary>Moves notes up or down.</summary>
public static class Transposer
{
    private const int Highest = 127, Octave = 12;

    /// <summary>Transposes.</summary>
    /// <param name="notes">The notes.</param>
    /// <param name="semitones">How far, semitones; up is positive.</param>
    /// <returns>
    /// The notes in their order, and how many of them would have left the range of MIDI: these stay in it, one or more octaves away from where
    /// they should be.
    /// </returns>
    public static (IReadOnlyList<ArrangedNote> Notes, int FoldedCount) Transpose(IReadOnlyList<ArrangedNote> notes, int semitones)
    {
        ArgumentNullException.ThrowIfNull(notes);
        int folded = 0;
        ArrangedNote[] moved =
        [
            .. notes.Select(note =>
            {
                long wanted = (long)note.Pitch + semitones;
                int pitch = Folded(wanted);
                folded += pitch == wanted ? 0 : 1;
                return note with { Pitch = pitch };
            }),
        ];
        return (moved, folded);
    }

    // The nearest octave within the range.
    private static int Folded(long pitch)
    {
        long octaves = pitch < 0 ? (-pitch + Octave - 1) / Octave : pitch > Highest ? -((pitch - Highest + Octave - 1) / Octave) : 0;
        return (int)(pitch + (octaves * Octave));
    }
}
