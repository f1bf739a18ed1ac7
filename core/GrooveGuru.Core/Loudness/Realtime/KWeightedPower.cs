using System.Runtime.Intrinsics;
using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Loudness.Realtime;

/// <summary>Squares of the K-weighted samples, summed over channels with their weights; two channels run side by side.</summary>
[RealtimeSafe]
internal sealed class KWeightedPower
{
    private const double Tiny = 1e-30;

    private readonly BiquadCoefficients _shelf;
    private readonly BiquadCoefficients _highPass;
    private readonly double[] _weights;
    private readonly Vector128<double>[] _states;
    private readonly int _channelCount;

    /// <summary>Filters at rest.</summary>
    public KWeightedPower(int sampleRateHz, int channelCount)
    {
        _shelf = KWeighting.Shelf(sampleRateHz);
        _highPass = KWeighting.HighPass(sampleRateHz);
        _channelCount = channelCount;
        int pairs = (channelCount + 1) / 2;
        _weights = new double[2 * pairs];
        ChannelWeights.For(channelCount).CopyTo(_weights, 0);
        _states = new Vector128<double>[4 * pairs];
    }

    /// <summary>Filters a stretch of samples.</summary>
    /// <returns>The weighted sum of squares, linear.</returns>
    public double Sum(float[][] planar, int offsetFrames, int frameCount)
    {
        double sum = 0;
        for (int pair = 0; pair < _weights.Length / 2; pair++)
        {
            int first = 2 * pair, second = Math.Min(first + 1, _channelCount - 1);
            if (_weights[first] == 0 && _weights[first + 1] == 0)
            {
                continue;
            }

            Vector128<double> squares = Pair(
                planar[first].AsSpan(offsetFrames, frameCount), planar[second].AsSpan(offsetFrames, frameCount), 4 * pair);
            sum += (_weights[first] * squares.GetElement(0)) + (_weights[first + 1] * squares.GetElement(1));
        }

        return sum;
    }

    /// <summary>Forgets what was heard.</summary>
    public void Reset() => Array.Clear(_states);

    private Vector128<double> Pair(ReadOnlySpan<float> first, ReadOnlySpan<float> second, int state)
    {
        Vector128<double> s0 = Vector128.Create(_shelf.B0), s1 = Vector128.Create(_shelf.B1), s2 = Vector128.Create(_shelf.B2);
        Vector128<double> sa1 = Vector128.Create(_shelf.A1), sa2 = Vector128.Create(_shelf.A2);
        Vector128<double> h1 = Vector128.Create(_highPass.B1);
        Vector128<double> ha1 = Vector128.Create(_highPass.A1), ha2 = Vector128.Create(_highPass.A2);
        Vector128<double> z1 = _states[state], z2 = _states[state + 1], z3 = _states[state + 2], z4 = _states[state + 3];
        Vector128<double> squares = Vector128<double>.Zero;
        for (int i = 0; i < first.Length; i++)
        {
            Vector128<double> x = Vector128.Create((double)first[i], second[i]);
            Vector128<double> y = (s0 * x) + z1;
            z1 = (s1 * x) - (sa1 * y) + z2;
            z2 = (s2 * x) - (sa2 * y);
            Vector128<double> v = y + z3;
            z3 = (h1 * y) - (ha1 * v) + z4;
            z4 = y - (ha2 * v);
            squares += v * v;
        }

        _states[state] = Settle(z1);
        _states[state + 1] = Settle(z2);
        _states[state + 2] = Settle(z3);
        _states[state + 3] = Settle(z4);
        return squares;
    }

    // A decaying state that turns denormal would cost a hundred times the cycles.
    private static Vector128<double> Settle(Vector128<double> state) =>
        state & Vector128.GreaterThan(Vector128.Abs(state), Vector128.Create(Tiny));
}
