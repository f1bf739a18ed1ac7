using System.Numerics.Tensors;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// The largest magnitude between the samples of one channel, eight-fold: seven fractional delays of a Kaiser-windowed sinc
/// beside the sample itself.
/// </summary>
internal sealed class TruePeakInterpolator
{
    /// <summary>Samples that one interpolated value is made of; the value lies half of it behind the newest sample.</summary>
    internal const int TapCount = 48;

    private const int PhaseCount = 7;
    private const double KaiserBeta = 6;

    private static readonly float[][] Phases = Design();

    // Held by the instance, so that the table is made with it and not by the first sample.
    private readonly float[][] _phases = Phases;

    // Twice the length, so that the newest taps always lie in one piece.
    private readonly float[] _history = new float[2 * TapCount];
    private int _index;

    [RealtimeSafe]
    internal double Peak(float sample)
    {
        _history[_index] = sample;
        _history[_index + TapCount] = sample;
        _index = _index + 1 < TapCount ? _index + 1 : 0;
        float[] history = _history;
        int start = _index;
        double peak = Math.Abs(history[start + (TapCount / 2)]);
        for (int phase = 0; phase < PhaseCount; phase++)
        {
            peak = Math.Max(peak, Math.Abs(TensorPrimitives.Dot(_phases[phase], history.AsSpan(start, TapCount))));
        }

        return peak;
    }

    [RealtimeSafe]
    internal void Reset()
    {
        Array.Clear(_history);
        _index = 0;
    }

    private static float[][] Design()
    {
        var phases = new float[PhaseCount][];
        for (int phase = 0; phase < PhaseCount; phase++)
        {
            // Between the two middle taps, an eighth of a sample on each time.
            double centre = (TapCount / 2) - 1 + ((phase + 1) / 8.0);
            var taps = new double[TapCount];
            for (int tap = 0; tap < TapCount; tap++)
            {
                double distance = tap - centre;
                double place = 2 * (distance / TapCount);
                taps[tap] = Math.Sin(Math.PI * distance) / (Math.PI * distance) * Kaiser(place);
            }

            double sum = taps.Sum();
            phases[phase] = Array.ConvertAll(taps, value => (float)(value / sum));
        }

        return phases;
    }

    private static double Kaiser(double place) =>
        Math.Abs(place) >= 1 ? 0 : BesselI0(KaiserBeta * Math.Sqrt(1 - (place * place))) / BesselI0(KaiserBeta);

    private static double BesselI0(double x)
    {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 40; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }
}
