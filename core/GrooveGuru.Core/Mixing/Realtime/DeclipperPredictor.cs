using System.Numerics.Tensors;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>How a sample follows from those before it: linear prediction by the autocorrelation method (Levinson and Durbin).</summary>
internal sealed class DeclipperPredictor
{
    /// <summary>Samples that one is predicted from.</summary>
    internal const int Order = 32;

    // White noise 70 dB under the signal keeps the recursion within what doubles can hold.
    private const double NoiseFloor = 1 + 1e-7;

    private readonly double[] _window;
    private readonly double[] _windowed;
    private readonly double[] _correlation = new double[Order + 1];
    private readonly double[] _filter = new double[Order + 1];
    private readonly double[] _reversed = new double[Order + 1];
    private readonly double[] _next = new double[Order + 1];

    /// <param name="length">Samples that it is fitted to.</param>
    /// <param name="centre">Where among them it is to hold best.</param>
    internal DeclipperPredictor(int length, int centre)
    {
        _window = new double[length];
        _windowed = new double[length];
        for (int i = 0; i < length; i++)
        {
            double distance = i < centre ? (centre - i) / (centre + 1.0) : (i - centre) / (double)(length - centre);
            _window[i] = 0.5 + (0.5 * Math.Cos(Math.PI * distance));
        }
    }

    /// <summary>The filter that leaves what cannot be predicted: tap 0 is 1, tap k weighs the sample k before.</summary>
    internal ReadOnlySpan<double> Filter => _filter;

    /// <summary>Fits the filter.</summary>
    /// <param name="samples">As many samples as it was made for.</param>
    /// <returns>False where there is nothing to fit to: silence, or numbers that leave no filter.</returns>
    [RealtimeSafe]
    internal bool Fit(ReadOnlySpan<double> samples)
    {
        TensorPrimitives.Multiply(samples, _window, _windowed);
        for (int lag = 0; lag <= Order; lag++)
        {
            _correlation[lag] = TensorPrimitives.Dot<double>(
                _windowed.AsSpan(0, _windowed.Length - lag), _windowed.AsSpan(lag));
        }

        if (!(_correlation[0] > 1e-9))
        {
            return false;
        }

        double error = _correlation[0] *= NoiseFloor;
        Array.Clear(_filter);
        _filter[0] = 1;
        for (int i = 1; i <= Order; i++)
        {
            double sum = _correlation[i];
            for (int j = 1; j < i; j++)
            {
                sum += _filter[j] * _correlation[i - j];
            }

            double reflection = -sum / error;
            for (int j = 1; j < i; j++)
            {
                _next[j] = _filter[j] + (reflection * _filter[i - j]);
            }

            _next[i] = reflection;
            Array.Copy(_next, 1, _filter, 1, i);
            error *= 1 - (reflection * reflection);
            if (!(error > 0))
            {
                return false;
            }
        }

        for (int i = 0; i <= Order; i++)
        {
            _reversed[i] = _filter[Order - i];
        }

        return true;
    }

    /// <summary>What cannot be predicted of one sample.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="index">Which of them, <see cref="Order"/> or more.</param>
    [RealtimeSafe]
    internal double Residual(ReadOnlySpan<double> samples, int index) =>
        TensorPrimitives.Dot<double>(_reversed, samples.Slice(index - Order, Order + 1));
}
