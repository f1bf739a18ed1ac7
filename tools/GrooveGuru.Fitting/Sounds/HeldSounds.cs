using GrooveGuru.Core.Features.Stages;

namespace GrooveGuru.Fitting.Sounds;

/// <summary>Sounds in which nothing begins.</summary>
internal static class HeldSounds
{
    private const int RateHz = AnalysisRate.SampleRateHz;
    private const double SlowestHz = 30, FastestHz = 10_000;

    private static readonly int[][] ChordsSemitones = [[0], [0, 4, 7], [0, 3, 7], [0, 7, 12, 16], [0, 5, 10], [0, 1, 6]];

    /// <summary>A tone or a chord with a few harmonics.</summary>
    public static void Chord(float[] mono, Random random)
    {
        double rootHz = random.Between(110, 330);
        foreach (int semitones in random.OneOf(ChordsSemitones))
        {
            double hz = rootHz * Math.Pow(2, semitones / 12.0);
            for (int harmonic = 1; harmonic <= 4; harmonic++)
            {
                AddSine(mono, harmonic * hz, 0.2 / harmonic, random.Between(0, 2 * Math.PI));
            }
        }
    }

    /// <summary>Mains hum in a little noise.</summary>
    public static void Hum(float[] mono, Random random)
    {
        double mainsHz = random.Next(2) == 0 ? 50 : 60;
        for (int harmonic = 1; harmonic <= 5; harmonic++)
        {
            AddSine(mono, harmonic * mainsHz, 0.3 / harmonic, random.Between(0, 2 * Math.PI));
        }

        for (int sample = 0; sample < mono.Length; sample++)
        {
            mono[sample] += (float)(0.001 * random.Normal());
        }
    }

    /// <summary>A sine that rises or falls through the range of hearing.</summary>
    public static void Sweep(float[] mono, Random random)
    {
        bool rises = random.Next(2) == 0;
        double lowHz = SlowestHz * random.Between(1, 3), phase = 0;
        for (int sample = 0; sample < mono.Length; sample++)
        {
            double share = (double)sample / mono.Length;
            phase += 2 * Math.PI * lowHz * Math.Pow(FastestHz / lowHz, rises ? share : 1 - share) / RateHz;
            mono[sample] = (float)(0.5 * Math.Sin(phase));
        }
    }

    private static void AddSine(float[] mono, double hz, double gain, double phase)
    {
        for (int sample = 0; sample < mono.Length; sample++)
        {
            mono[sample] += (float)(gain * Math.Sin((2 * Math.PI * hz * sample / RateHz) + phase));
        }
    }
}
