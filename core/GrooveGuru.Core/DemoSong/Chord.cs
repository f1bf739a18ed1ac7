namespace GrooveGuru.Core.DemoSong;

/// <summary>A chord of the demo song.</summary>
/// <param name="Beats">How long it lasts, beats.</param>
/// <param name="RootPitchClass">Its root, 0 = C.</param>
/// <param name="Intervals">Its notes above the root, semitones, root first.</param>
internal sealed record Chord(double Beats, int RootPitchClass, IReadOnlyList<int> Intervals)
{
    /// <summary>Notes of the chord within one octave, as pitch classes.</summary>
    public IEnumerable<int> PitchClasses => Intervals.Select(interval => (RootPitchClass + interval) % 12);

    /// <summary>Reads "Dm:4" or "A7:2": chord symbol and length in beats.</summary>
    public static Chord Parse(string text)
    {
        string[] parts = text.Split(':');
        string symbol = parts[0];
        int rootLength = symbol.Length > 1 && symbol[1] is 'b' or '#' ? 2 : 1;
        int[] intervals = symbol[rootLength..] switch
        {
            "" => [0, 4, 7],
            "m" => [0, 3, 7],
            "7" => [0, 4, 7, 10],
            var other => throw new FormatException($"The score has an unknown chord '{other}'."),
        };
        double beats = double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        return new Chord(beats, PitchName.ParseClass(symbol[..rootLength]), intervals);
    }

    /// <summary>The placing of the chord's notes in the keys' range that moves least from the chord before.</summary>
    /// <param name="previous">MIDI pitches of the chord before, low to high; empty at the start.</param>
    /// <returns>MIDI pitches, low to high.</returns>
    public int[] VoiceAfter(IReadOnlyList<int> previous)
    {
        const int LowestPitch = 52, HighestPitch = 68, RestingPitch = 60;
        int[] classes = PitchClasses.Distinct().ToArray();
        int[]? best = null;
        double bestCost = double.MaxValue;
        for (int bottom = LowestPitch; bottom <= HighestPitch; bottom++)
        {
            if (!classes.Contains(bottom % 12))
            {
                continue;
            }

            int[] voicing = classes
                .Select(pitchClass => bottom + ((((pitchClass - bottom) % 12) + 12) % 12))
                .Order()
                .ToArray();
            double cost = Math.Abs(voicing.Average() - RestingPitch) * 0.3
                + (voicing[^1] > HighestPitch ? 20 : 0)
                + voicing.Sum(pitch => previous.Count == 0 ? 0 : previous.Min(before => Math.Abs(before - pitch)));
            if (cost < bestCost)
            {
                (best, bestCost) = (voicing, cost);
            }
        }

        return best!;
    }
}
