using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>Doubles or halves the sample rate of one channel, one sample at a time; one instance does one of both.</summary>
internal sealed class HalfBandFilter
{
    private readonly double[] _coefficients;
    private readonly double[] _inputs;
    private readonly double[] _outputs;

    /// <param name="coefficients">From <see cref="HalfBandDesign"/>; may be shared.</param>
    internal HalfBandFilter(double[] coefficients)
    {
        _coefficients = coefficients;
        _inputs = new double[coefficients.Length];
        _outputs = new double[coefficients.Length];
    }

    /// <summary>Two samples for one; the gain in the pass band is 1.</summary>
    [RealtimeSafe]
    internal void Double(double sample, out double first, out double second)
    {
        first = Branch(0, sample);
        second = Branch(1, sample);
    }

    /// <summary>One sample for two; the gain in the pass band is 1.</summary>
    [RealtimeSafe]
    internal double Halve(double first, double second) => 0.5 * (Branch(0, second) + Branch(1, first));

    [RealtimeSafe]
    internal void Reset()
    {
        Array.Clear(_inputs);
        Array.Clear(_outputs);
    }

    [RealtimeSafe]
    private double Branch(int parity, double sample)
    {
        for (int section = parity; section < _coefficients.Length; section += 2)
        {
            double output = _inputs[section] + (_coefficients[section] * (sample - _outputs[section]));
            _inputs[section] = sample;
            _outputs[section] = AudibleSample.OrSilence(output);
            sample = output;
        }

        return sample;
    }
}
