namespace GrooveGuru.Fitting.Notes;

/// <summary>One candidate to learn from.</summary>
/// <param name="Signs">Its signs.</param>
/// <param name="IsNote">Whether it is a note.</param>
/// <param name="ShiftSeconds">How long after its frame the note begins, s.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record NoteRow(Half[] Signs, bool IsNote, float ShiftSeconds, float Weight);
