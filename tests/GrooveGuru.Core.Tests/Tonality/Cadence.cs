namespace GrooveGuru.Core.Tests.Tonality;

/// <summary>Short progressions of plain organ tones, by code.</summary>
internal static class Cadence
{
    /// <summary>Sample rate of what is made here, Hz.</summary>
    public const int SampleRateHz = 44_100;

    /// <summary>I vi IV V7 I IV V7 I in C major, bass first.</summary>
    public static int[][] Major { get; } =
    [
        [36, 60, 64, 67], [45, 60, 64, 69], [41, 60, 65, 69], [43, 59, 62, 65, 67],
        [36, 60, 64, 67], [41, 60, 65, 69], [43, 59, 62, 65, 67], [36, 60, 64, 67],
    ];

    /// <summary>i iv V7 i VI iv V7 i in C minor, bass first.</summary>
    public static int[][] Minor { get; } =
    [
        [36, 60, 63, 67], [41, 60, 65, 68], [43, 59, 62, 65, 67], [36, 60, 63, 67],
        [44, 60, 63, 68], [41, 60, 65, 68], [43, 59, 62, 65, 67], [36, 60, 63, 67],
    ];

    /// <summary>Plays chords one after another.</summary>
    public static float[] Play(int[][] chords, double secondsEach = 1.2, int transpose = 0, double cents = 0, double gain = 1)
    {
        var samples = new List<float>();
        foreach (int[] chord in chords)
        {
            var sum = new float[(int)(secondsEach * SampleRateHz)];
            foreach (int pitch in chord)
            {
                double frequencyHz = 440 * Math.Pow(2, (pitch + transpose - 69 + (cents / 100)) / 12);
                for (int harmonic = 1; harmonic <= 5; harmonic++)
                {
                    for (int i = 0; i < sum.Length; i++)
                    {
                        sum[i] += (float)(gain * 0.08 / harmonic * Math.Sin(2 * Math.PI * harmonic * frequencyHz * i / SampleRateHz));
                    }
                }
            }

            // Notes begin and end softly: a click would be a sound of its own.
            for (int i = 0; i < 441; i++)
            {
                sum[i] *= i / 441f;
                sum[^(i + 1)] *= i / 441f;
            }

            samples.AddRange(sum);
        }

        return [.. samples];
    }
}
