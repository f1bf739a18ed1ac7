namespace GrooveGuru.Core.Arrangement;

/// <summary>Moves notes to a grid, all the way or a part of it; each keeps its length.</summary>
public static class Quantiser
{
    /// <summary>Quantises.</summary>
    /// <param name="notes">The notes, in any order.</param>
    /// <param name="grid">Where to.</param>
    /// <param name="strength">How far each note goes to its place, 0 (not at all) to 1 (all the way).</param>
    /// <returns>
    /// The notes by start. Notes of one pitch stay in their order and apart: of two that would come to one place, the earlier gets it, and one
    /// that would reach into the next ends where that begins.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The strength is not within 0 to 1.</exception>
    public static IReadOnlyList<ArrangedNote> Quantise(IReadOnlyList<ArrangedNote> notes, BeatGrid grid, double strength)
    {
        ArgumentNullException.ThrowIfNull(notes);
        ArgumentNullException.ThrowIfNull(grid);
        if (!(strength is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(strength), strength, "The strength lies between 0 and 1.");
        }

        ArrangedNote[] inOrder = [.. notes.OrderBy(note => note.StartTicks)];
        if (strength == 0)
        {
            return inOrder;
        }

        // The nearest place never falls when the place rises, so the order of all notes stays; only ties have to be kept apart.
        Dictionary<int, int> before = [];
        for (int index = 0; index < inOrder.Length; index++)
        {
            ArrangedNote played = inOrder[index];
            long start = played.StartTicks + (long)Math.Round(strength * (grid.Nearest(played.StartTicks) - played.StartTicks));
            if (before.TryGetValue(played.Pitch, out int last))
            {
                start = inOrder[last].StartTicks >= start ? Math.Max(played.StartTicks, inOrder[last].StartTicks + 1) : start;
                inOrder[last] = inOrder[last] with { EndTicks = Math.Min(inOrder[last].EndTicks, start) };
            }

            inOrder[index] = played.MovedTo(start);
            before[played.Pitch] = index;
        }

        return [.. inOrder.OrderBy(note => note.StartTicks)];
    }
}
