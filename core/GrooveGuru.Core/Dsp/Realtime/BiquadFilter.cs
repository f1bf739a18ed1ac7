using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Dsp.Realtime;

/// <summary>
/// The state of one second-order section on one channel: transposed direct form II in double precision.
/// A mutable struct, so that a chain of them lies in one array; keep it in a field or an array, never in a copy.
/// </summary>
[RealtimeSafe]
public struct BiquadFilter
{
    private const double Tiny = 1e-30;

    private double _z1;
    private double _z2;

    /// <summary>The section; may be changed between blocks, the state is kept.</summary>
    public BiquadCoefficients Coefficients { get; set; }

    /// <summary>A section at rest.</summary>
    public BiquadFilter(BiquadCoefficients coefficients)
    {
        Coefficients = coefficients;
    }

    /// <summary>Filters samples in place.</summary>
    /// <param name="samples">Samples of one channel [frames]; must be finite.</param>
    public void Process(Span<float> samples)
    {
        double b0 = Coefficients.B0, b1 = Coefficients.B1, b2 = Coefficients.B2, a1 = Coefficients.A1, a2 = Coefficients.A2;
        double z1 = _z1, z2 = _z2;
        for (int i = 0; i < samples.Length; i++)
        {
            double x = samples[i];
            double y = (b0 * x) + z1;
            z1 = (b1 * x) - (a1 * y) + z2;
            z2 = (b2 * x) - (a2 * y);
            samples[i] = (float)y;
        }

        Store(z1, z2);
    }

    /// <summary>Filters samples in place, in double precision.</summary>
    /// <param name="samples">Samples of one channel [frames]; must be finite.</param>
    public void Process(Span<double> samples)
    {
        double b0 = Coefficients.B0, b1 = Coefficients.B1, b2 = Coefficients.B2, a1 = Coefficients.A1, a2 = Coefficients.A2;
        double z1 = _z1, z2 = _z2;
        for (int i = 0; i < samples.Length; i++)
        {
            double x = samples[i];
            double y = (b0 * x) + z1;
            z1 = (b1 * x) - (a1 * y) + z2;
            z2 = (b2 * x) - (a2 * y);
            samples[i] = y;
        }

        Store(z1, z2);
    }

    /// <summary>Filters one sample.</summary>
    public double Process(double sample)
    {
        double y = (Coefficients.B0 * sample) + _z1;
        _z1 = (Coefficients.B1 * sample) - (Coefficients.A1 * y) + _z2;
        _z2 = (Coefficients.B2 * sample) - (Coefficients.A2 * y);
        return y;
    }

    /// <summary>Forgets what was heard.</summary>
    public void Reset()
    {
        _z1 = 0;
        _z2 = 0;
    }

    // A decaying state that turns denormal would cost a hundred times the cycles.
    private void Store(double z1, double z2)
    {
        _z1 = Math.Abs(z1) < Tiny ? 0 : z1;
        _z2 = Math.Abs(z2) < Tiny ? 0 : z2;
    }
}
