using System.Runtime.Intrinsics;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Dsp.Realtime;

/// <summary>
/// Energy of two channels behind two second-order sections in series, in double precision. Both sections of both channels run side
/// by side in four lanes: the second section hears what the first gave out two samples before, so that neither waits for the other.
/// Allocates in the constructor only.
/// </summary>
/// <remarks>Direct form I, because there only one multiplication and one addition lie between one output and the next.</remarks>
[RealtimeSafe]
internal sealed class TwoSectionEnergy
{
    private const double Tiny = 1e-30;

    private readonly Vector256<double> _b0;
    private readonly Vector256<double> _b1;
    private readonly Vector256<double> _b2;
    private readonly Vector256<double> _minusA1;
    private readonly Vector256<double> _minusA2;
    private Vector256<double> _x1;
    private Vector256<double> _x2;
    private Vector256<double> _y1;
    private Vector256<double> _y2;

    /// <summary>Sections at rest.</summary>
    /// <param name="first">The section that hears the samples.</param>
    /// <param name="second">The section behind it.</param>
    public TwoSectionEnergy(BiquadCoefficients first, BiquadCoefficients second)
    {
        _b0 = Lanes(first.B0, second.B0);
        _b1 = Lanes(first.B1, second.B1);
        _b2 = Lanes(first.B2, second.B2);
        _minusA1 = Lanes(-first.A1, -second.A1);
        _minusA2 = Lanes(-first.A2, -second.A2);
    }

    /// <summary>Sections in the state of other ones.</summary>
    public TwoSectionEnergy(TwoSectionEnergy other)
    {
        (_b0, _b1, _b2, _minusA1, _minusA2) = (other._b0, other._b1, other._b2, other._minusA1, other._minusA2);
        (_x1, _x2, _y1, _y2) = (other._x1, other._x2, other._y1, other._y2);
    }

    /// <summary>Hears samples; what the sections give out lags by two samples.</summary>
    /// <param name="first">Samples of the first channel, linear, finite.</param>
    /// <param name="second">Samples of the second channel, as many; may be the same ones.</param>
    /// <returns>Sum of squares per channel, linear.</returns>
    public (double First, double Second) Sum(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        Vector256<double> b0 = _b0, b1 = _b1, b2 = _b2, minusA1 = _minusA1, minusA2 = _minusA2;
        Vector256<double> x1 = _x1, x2 = _x2, y1 = _y1, y2 = _y2, squares = Vector256<double>.Zero;
        second = second[..first.Length];
        for (int i = 0; i < first.Length; i++)
        {
            Vector256<double> x = Vector256.Create(Vector128.Create((double)first[i], second[i]), y2.GetLower());
            Vector256<double> past = Vector256.MultiplyAddEstimate(b2, x2, Vector256.MultiplyAddEstimate(b1, x1, minusA2 * y2));
            Vector256<double> y = Vector256.MultiplyAddEstimate(minusA1, y1, Vector256.MultiplyAddEstimate(b0, x, past));
            squares = Vector256.MultiplyAddEstimate(y, y, squares);
            (x2, x1, y2, y1) = (x1, x, y1, y);
        }

        (_x1, _x2, _y1, _y2) = (Settled(x1), Settled(x2), Settled(y1), Settled(y2));
        return (squares.GetElement(2), squares.GetElement(3));
    }

    /// <summary>Forgets what was heard.</summary>
    public void Reset() => (_x1, _x2, _y1, _y2) = (default, default, default, default);

    private static Vector256<double> Lanes(double first, double second) => Vector256.Create(first, first, second, second);

    // A decaying state that turns denormal would cost a hundred times the cycles.
    private static Vector256<double> Settled(Vector256<double> state) =>
        state & Vector256.GreaterThan(Vector256.Abs(state), Vector256.Create(Tiny));
}
