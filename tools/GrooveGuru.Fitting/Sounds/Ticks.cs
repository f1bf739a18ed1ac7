namespace GrooveGuru.Fitting.Sounds;

/// <summary>The sounds of a metronome: what is heard so many seconds after it is struck.</summary>
internal static class Ticks
{
    /// <summary>The longest of them, s.</summary>
    public const double LengthSeconds = 0.25;

    /// <summary>Beep, noise, wood, drum and hi-hat: seconds, pitch in Hz and randomness to sample.</summary>
    public static readonly Func<double, double, Random, float>[] All =
    [
        (seconds, hz, _) => (float)(Decay(seconds, 0.05) * Sine(seconds, hz)),
        (seconds, _, random) => (float)(Decay(seconds, 0.02) * random.Between(-1, 1)),
        (seconds, hz, _) => (float)(Decay(seconds, 0.06) * (Sine(seconds, hz) + (0.5 * Sine(seconds, 2.7 * hz)))),
        (seconds, _, _) => (float)(Decay(seconds, 0.25) * Sine(seconds, 55 + (40 * Decay(seconds, 0.25)))),
        (seconds, _, random) => (float)(Decay(seconds, 0.08) * random.Between(-1, 1)),
    ];

    private static double Sine(double seconds, double hz) => Math.Sin(2 * Math.PI * hz * seconds);

    // To 1/150 within the length, then silence.
    private static double Decay(double seconds, double lengthSeconds) => seconds < lengthSeconds ? Math.Exp(-5 * seconds / lengthSeconds) : 0;
}
