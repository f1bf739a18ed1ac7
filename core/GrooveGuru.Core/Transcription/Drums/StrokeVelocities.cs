namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>How hard a drum was struck: its level against the loud strokes of its kind.</summary>
internal static class StrokeVelocities
{
    // A synthesiser's amplitude goes with the square of the velocity (SoundFont 2.04, 8.1.2: 40 dB for a tenth).
    private const double DbPerTenfold = 40;
    private const double LoudShare = 0.9;
    private const int Softest = 10;

    /// <summary>Velocities of the strokes of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="strokes">Its strokes.</param>
    /// <returns>1 to 127, in the same order.</returns>
    public static int[] Of(DrumKind kind, IReadOnlyList<Stroke> strokes)
    {
        int usual = RangeOf(kind).Usual;
        double[] levelsDb = LevelsDb(kind, strokes);
        if (levelsDb.Length == 0)
        {
            return [];
        }

        double loudDb = levelsDb.Order().ElementAt((int)(LoudShare * (levelsDb.Length - 1)));
        return [.. levelsDb.Select(level => (int)Math.Clamp(Math.Round(usual * Math.Pow(10, (level - loudDb) / DbPerTenfold)), Softest, 127))];
    }

    /// <summary>Levels of strokes where their kind has its power, dB against the reference.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="strokes">Strokes.</param>
    /// <returns>As many, in the same order; -90 for a stroke that adds nothing there.</returns>
    public static double[] LevelsDb(DrumKind kind, IReadOnlyList<Stroke> strokes)
    {
        (double lowHz, double highHz, _) = RangeOf(kind);
        return [.. strokes.Select(stroke => 10 * Math.Log10(DrumBands.AddedPower(stroke, lowHz, highHz) + 1e-9))];
    }

    // Where a kind has its power and other kinds have little, and how hard it is struck where it is struck hard.
    private static (double LowHz, double HighHz, int Usual) RangeOf(DrumKind kind) => kind switch
    {
        DrumKind.Kick => (0, 130, 110),
        DrumKind.Snare => (150, 5000, 106),
        DrumKind.SideStick => (400, 5000, 100),
        DrumKind.Tom => (60, 400, 102),
        DrumKind.Crash => (3000, 18000, 104),
        _ => (6000, 18000, 86),
    };
}
