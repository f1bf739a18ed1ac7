namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>Tells the toms of a kit apart by their pitch and gives each the key of its place in the row.</summary>
internal static class TomPitches
{
    private const double LowestHz = 55, HighestHz = 420;

    // Neighbours in a set of toms are a major second apart or more.
    private const double LeastGapOctaves = 0.14;
    private const double LowHz = 95, HighHz = 150;

    private static readonly int[][] Rows = [[45], [43, 48], [43, 47, 50], [43, 45, 47, 50], [41, 43, 45, 47, 50], [41, 43, 45, 47, 48, 50]];

    /// <summary>The key of each tom stroke.</summary>
    /// <param name="strokes">Strokes of toms.</param>
    /// <returns>Their General MIDI keys, in the same order.</returns>
    public static int[] Keys(IReadOnlyList<Stroke> strokes)
    {
        double[] octaves = [.. strokes.Select(stroke => Math.Log2(PitchHz(stroke)))];
        int[] order = [.. Enumerable.Range(0, octaves.Length).OrderBy(at => octaves[at])];
        List<List<int>> toms = [];
        foreach (int at in order)
        {
            if (toms.Count == 0 || octaves[at] - octaves[toms[^1][^1]] > LeastGapOctaves)
            {
                toms.Add([]);
            }

            toms[^1].Add(at);
        }

        while (toms.Count > DrumKeys.Toms.Count)
        {
            int nearest = Enumerable.Range(0, toms.Count - 1).MinBy(at => octaves[toms[at + 1][0]] - octaves[toms[at][^1]]);
            toms[nearest].AddRange(toms[nearest + 1]);
            toms.RemoveAt(nearest + 1);
        }

        int[] keys = new int[octaves.Length];
        for (int tom = 0; tom < toms.Count; tom++)
        {
            int key = toms.Count == 1 ? Alone(Math.Pow(2, toms[0].Average(at => octaves[at]))) : Rows[toms.Count - 1][tom];
            foreach (int at in toms[tom])
            {
                keys[at] = key;
            }
        }

        return keys;
    }

    private static int Alone(double pitchHz) => pitchHz < LowHz ? 43 : pitchHz < HighHz ? 45 : 48;

    // The middle of the power that the stroke adds around its strongest band.
    private static double PitchHz(Stroke stroke)
    {
        int[] bands = [.. Enumerable.Range(0, DrumFraming.LongBands).Where(band => DrumBands.CentresHz[band] is >= LowestHz and <= HighestHz)];
        double Added(int band) => Math.Max(0, Math.Pow(10, stroke.Levels[band]) - Math.Pow(10, stroke.Levels[band] - stroke.Rises[band]));
        int top = bands.MaxBy(Added);
        double sum = 0, weighted = 0;
        foreach (int band in bands.Where(band => Math.Abs(band - top) <= 1))
        {
            sum += Added(band);
            weighted += Added(band) * Math.Log2(DrumBands.CentresHz[band]);
        }

        return sum > 0 ? Math.Pow(2, weighted / sum) : DrumBands.CentresHz[top];
    }
}
