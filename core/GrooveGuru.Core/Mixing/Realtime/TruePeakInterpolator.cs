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

    private readonly float[][] _phases;

    // Twice the length, so that the newest taps always lie in one piece.
    private readonly float[] _history = new float[2 * TapCount];
    private int _index;

    /// <param name="phases">Taps [phase][tap], from <see cref="TruePeakPhases.Design"/>; may be shared.</param>
    internal TruePeakInterpolator(float[][] phases)
    {
        _phases = phases;
    }

    [RealtimeSafe]
    internal double Peak(float sample)
    {
        _history[_index] = sample;
        _history[_index + TapCount] = sample;
        _index = _index + 1 < TapCount ? _index + 1 : 0;
        float[] history = _history;
        int start = _index;
        double peak = Math.Abs(history[start + (TapCount / 2)]);
        for (int phase = 0; phase < _phases.Length; phase++)
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
}
