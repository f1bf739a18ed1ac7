using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Fitting.Tonality;

/// <summary>The chords that sounding notes spell, where no chords are written.</summary>
internal static class SpelledChords
{
    // A note that ends sooner after another begins is played legato.
    private const double LegatoSeconds = 0.02;

    // Notes of each kind above the root.
    private static readonly (ChordQuality Quality, int[] Notes)[] Kinds =
    [
        (ChordQuality.Major, [0, 4, 7]),
        (ChordQuality.Minor, [0, 3, 7]),
        (ChordQuality.Seventh, [0, 4, 7, 10]),
        (ChordQuality.Seventh, [0, 4, 10]),
        (ChordQuality.Diminished, [0, 3, 6]),
    ];

    /// <summary>Reads the chords from onset to onset.</summary>
    /// <param name="notes">The notes.</param>
    /// <returns>Segments; what is no chord of the four kinds is "?".</returns>
    public static IReadOnlyList<ChordSegment> Read(IReadOnlyList<TruthNote> notes)
    {
        if (notes.Count == 0)
        {
            return [];
        }

        double[] times = [.. notes.Select(note => note.OnsetSeconds).Distinct().Order(), notes.Max(note => note.OffsetSeconds)];
        return [.. Enumerable.Range(0, times.Length - 1).Select(index =>
        {
            HashSet<int> classes = [.. notes
                .Where(note => note.OnsetSeconds <= times[index] && note.OffsetSeconds > times[index] + LegatoSeconds)
                .Select(note => note.Pitch % 12)];
            return new ChordSegment(times[index], times[index + 1], Spell(classes).ToString(), 1);
        })];
    }

    private static ChordLabel Spell(HashSet<int> classes)
    {
        foreach ((ChordQuality quality, int[] notes) in Kinds)
        {
            for (int root = 0; root < 12; root++)
            {
                if (classes.SetEquals(notes.Select(note => (note + root) % 12)))
                {
                    return new ChordLabel(root, quality);
                }
            }
        }

        return new ChordLabel(0, ChordQuality.Other);
    }
}
