namespace GrooveGuru.Core.Mixing;

/// <summary>How long note values last, a quarter being one beat.</summary>
public static class NoteLength
{
    /// <summary>Beats of a note value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such note value.</exception>
    public static double Beats(NoteValue note) => note switch
    {
        NoteValue.Whole => 4,
        NoteValue.DottedHalf => 3,
        NoteValue.Half => 2,
        NoteValue.HalfTriplet => 4.0 / 3,
        NoteValue.DottedQuarter => 1.5,
        NoteValue.Quarter => 1,
        NoteValue.QuarterTriplet => 2.0 / 3,
        NoteValue.DottedEighth => 0.75,
        NoteValue.Eighth => 0.5,
        NoteValue.EighthTriplet => 1.0 / 3,
        NoteValue.Sixteenth => 0.25,
        _ => throw new ArgumentOutOfRangeException(nameof(note), note, "There is no such note value."),
    };

    /// <summary>Milliseconds of a note value at a tempo.</summary>
    /// <param name="note">The note value.</param>
    /// <param name="tempoBpm">Tempo, quarters a minute; finite, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tempo is not finite and positive, or there is no such note value.</exception>
    public static double Ms(NoteValue note, double tempoBpm)
    {
        if (!double.IsFinite(tempoBpm) || tempoBpm <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(tempoBpm), tempoBpm, "The tempo must be finite and positive.");
        }

        return 60000 / tempoBpm * Beats(note);
    }
}
