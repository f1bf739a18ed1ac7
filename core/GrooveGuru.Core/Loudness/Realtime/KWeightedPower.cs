using GrooveGuru.Core.Dsp.Realtime;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Loudness.Realtime;

/// <summary>Squares of the K-weighted samples, summed over channels with their weights; two channels run side by side.</summary>
[RealtimeSafe]
internal sealed class KWeightedPower
{
    private readonly double[] _weights;
    private readonly TwoSectionEnergy[] _pairs;
    private readonly int _channelCount;

    /// <summary>Filters at rest.</summary>
    public KWeightedPower(int sampleRateHz, int channelCount)
    {
        _channelCount = channelCount;
        _pairs = new TwoSectionEnergy[(channelCount + 1) / 2];
        for (int pair = 0; pair < _pairs.Length; pair++)
        {
            _pairs[pair] = new TwoSectionEnergy(KWeighting.Shelf(sampleRateHz), KWeighting.HighPass(sampleRateHz));
        }

        _weights = new double[2 * _pairs.Length];
        ChannelWeights.For(channelCount).CopyTo(_weights, 0);
    }

    /// <summary>Filters in the state of other ones.</summary>
    public KWeightedPower(KWeightedPower other)
    {
        _channelCount = other._channelCount;
        _weights = other._weights;
        _pairs = [.. other._pairs.Select(pair => new TwoSectionEnergy(pair))];
    }

    /// <summary>Filters a stretch of samples.</summary>
    /// <returns>The weighted sum of squares, linear.</returns>
    public double Sum(float[][] planar, int offsetFrames, int frameCount)
    {
        double sum = 0;
        for (int pair = 0; pair < _pairs.Length; pair++)
        {
            int first = 2 * pair, second = Math.Min(first + 1, _channelCount - 1);
            if (_weights[first] == 0 && _weights[first + 1] == 0)
            {
                continue;
            }

            (double one, double other) = _pairs[pair].Sum(
                planar[first].AsSpan(offsetFrames, frameCount), planar[second].AsSpan(offsetFrames, frameCount));
            sum += (_weights[first] * one) + (_weights[first + 1] * other);
        }

        return sum;
    }

    /// <summary>Forgets what was heard.</summary>
    public void Reset()
    {
        for (int pair = 0; pair < _pairs.Length; pair++)
        {
            _pairs[pair].Reset();
        }
    }
}
