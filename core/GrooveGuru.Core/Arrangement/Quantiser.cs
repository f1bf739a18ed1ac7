using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Arrangement;

/// <summary>Moves notes to a grid, all the way or a part of it; each keeps its length but for the next of its pitch.</summary>
public static class Quantiser
{
    // A sixty-fourth: notes of one pitch are not moved nearer to each other than this.
    private const long ShortestTicks = MidiSong.DefaultTicksPerQuarter / 16;

    /// <summary>Quantises.</summary>
    /// <param name="notes">The notes, in any order.</param>
    /// <param name="grid">Where to.</param>
    /// <param name="strength">How far each note goes to its place, 0 (not at all) to 1 (all the way).</param>
    /// <returns>
    /// The notes by start. Notes of one pitch stay in their order and apart: one that would reach into the next ends where that begins. Those
    /// that come to one place all the way become one note, as loud as the louder and as long as the later; a part of the way they stay as far
    /// from each other as they were played, up to a sixty-fourth, so that none is cut to nothing. A note that is held over stays.
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
        List<ArrangedNote> quantised = [];
        Dictionary<int, (int Index, long PlayedTicks)> before = [];
        foreach (ArrangedNote played in inOrder)
        {
            long start = played.IsHeldOver ? played.StartTicks : played.StartTicks + (long)Math.Round(strength * (grid.Nearest(played.StartTicks) - played.StartTicks));
            if (before.TryGetValue(played.Pitch, out (int Index, long PlayedTicks) last))
            {
                ArrangedNote earlier = quantised[last.Index];
                long gap = played.StartTicks - last.PlayedTicks;
                if (gap == 0 || (strength == 1 && start == earlier.StartTicks))
                {
                    quantised[last.Index] = Merged(earlier, played.MovedTo(start));
                    continue;
                }

                start = Math.Max(start, earlier.StartTicks + Math.Min(gap, ShortestTicks));
                quantised[last.Index] = earlier with { EndTicks = Math.Min(earlier.EndTicks, start) };
            }

            before[played.Pitch] = (quantised.Count, played.StartTicks);
            quantised.Add(played.MovedTo(start));
        }

        return [.. quantised.OrderBy(note => note.StartTicks)];
    }

    private static ArrangedNote Merged(ArrangedNote earlier, ArrangedNote later) =>
        earlier with { EndTicks = Math.Max(earlier.EndTicks, later.EndTicks), Velocity = Math.Max(earlier.Velocity, later.Velocity) };
}
