namespace GrooveGuru.Core.Arrangement;

/// <summary>Makes played notes fit to be read and played again.</summary>
public static class NoteCleanUp
{
    /// <summary>One voice: a note ends where the next begins, and of those that begin together the highest stays.</summary>
    /// <param name="notes">The notes, in any order.</param>
    /// <param name="togetherTicks">Up to which distance notes begin together, ticks, 0 or more.</param>
    /// <returns>The notes by start, none of which overlap.</returns>
    public static IReadOnlyList<ArrangedNote> Monophonic(IReadOnlyList<ArrangedNote> notes, double togetherTicks)
    {
        ArgumentNullException.ThrowIfNull(notes);
        List<ArrangedNote> voice = [];
        foreach (ArrangedNote note in notes.OrderBy(note => note.StartTicks).ThenByDescending(note => note.Pitch))
        {
            if (voice.Count > 0 && note.StartTicks - voice[^1].StartTicks <= togetherTicks)
            {
                // The higher takes the place of the lower, from where that began.
                if (note.Pitch > voice[^1].Pitch)
                {
                    voice[^1] = note.BeginningAt(voice[^1].StartTicks);
                }

                continue;
            }

            if (voice.Count > 0 && voice[^1].EndTicks > note.StartTicks)
            {
                voice[^1] = voice[^1] with { EndTicks = note.StartTicks };
            }

            voice.Add(note);
        }

        return voice;
    }

    /// <summary>Notes of one pitch apart from each other: each ends where the next begins; of two that begin together the longer stays.</summary>
    /// <param name="notes">The notes, in any order.</param>
    /// <returns>The notes by start.</returns>
    public static IReadOnlyList<ArrangedNote> Apart(IReadOnlyList<ArrangedNote> notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        List<ArrangedNote> apart = [];
        Dictionary<int, int> before = [];
        foreach (ArrangedNote note in notes.OrderBy(note => note.StartTicks).ThenByDescending(note => note.EndTicks))
        {
            if (before.TryGetValue(note.Pitch, out int last))
            {
                if (apart[last].StartTicks == note.StartTicks)
                {
                    continue;
                }

                apart[last] = apart[last] with { EndTicks = Math.Min(apart[last].EndTicks, note.StartTicks) };
            }

            before[note.Pitch] = apart.Count;
            apart.Add(note);
        }

        return apart;
    }

    /// <summary>Legato: holds each note until the next one begins.</summary>
    /// <param name="notes">The notes, in any order.</param>
    /// <param name="longestGapTicks">The longest rest that is bridged, ticks; longer ones stay.</param>
    /// <returns>The notes by start; none is made shorter.</returns>
    public static IReadOnlyList<ArrangedNote> Legato(IReadOnlyList<ArrangedNote> notes, long longestGapTicks)
    {
        ArgumentNullException.ThrowIfNull(notes);
        ArrangedNote[] inOrder = [.. notes.OrderBy(note => note.StartTicks)];
        for (int index = 0; index < inOrder.Length; index++)
        {
            int next = index + 1;
            while (next < inOrder.Length && inOrder[next].StartTicks < inOrder[index].EndTicks)
            {
                next++;
            }

            if (next < inOrder.Length && inOrder[next].StartTicks - inOrder[index].EndTicks <= longestGapTicks)
            {
                inOrder[index] = inOrder[index] with { EndTicks = inOrder[next].StartTicks };
            }
        }

        return inOrder;
    }
}
