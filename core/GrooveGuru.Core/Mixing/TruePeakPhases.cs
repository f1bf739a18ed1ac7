using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Mixing.Realtime;

namespace GrooveGuru.Core.Mixing;

/// <summary>The fractional delays with which the limiter looks between the samples: Kaiser-windowed sincs, an eighth of a sample apart.</summary>
internal static class TruePeakPhases
{
    private const int PhaseCount = 7;
    private const double KaiserBeta = 6;

    /// <summary>Taps [phase][tap], each phase with a sum of 1.</summary>
    internal static float[][] Design()
    {
        var phases = new float[PhaseCount][];
        for (int phase = 0; phase < PhaseCount; phase++)
        {
            // Between the two middle taps, an eighth of a sample on each time.
            double centre = (TruePeakInterpolator.TapCount / 2) - 1 + ((phase + 1) / 8.0);
            var taps = new double[TruePeakInterpolator.TapCount];
            for (int tap = 0; tap < TruePeakInterpolator.TapCount; tap++)
            {
                double distance = tap - centre;
                double place = 2 * (distance / TruePeakInterpolator.TapCount);
                taps[tap] = Math.Sin(Math.PI * distance) / (Math.PI * distance) * SpectralWindows.Kaiser(place, KaiserBeta);
            }

            double sum = taps.Sum();
            phases[phase] = Array.ConvertAll(taps, value => (float)(value / sum));
        }

        return phases;
    }
}
