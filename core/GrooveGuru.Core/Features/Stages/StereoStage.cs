using System.Numerics;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>The stereo field at the native rate, from sums over the first two channels.</summary>
internal sealed class StereoStage
{
    private const int Stretch = 256;

    private readonly bool _isMono;
    private double _left;
    private double _right;
    private double _leftSquares;
    private double _rightSquares;
    private double _differenceSquares;
    private long _frames;

    /// <summary>Nothing heard yet.</summary>
    public StereoStage(int channelCount)
    {
        _isMono = channelCount == 1;
    }

    /// <summary>Hears samples.</summary>
    public void Process(float[][] planar, int offsetFrames, int frameCount)
    {
        ReadOnlySpan<float> left = planar[0].AsSpan(offsetFrames, frameCount);
        ReadOnlySpan<float> right = planar[_isMono ? 0 : 1].AsSpan(offsetFrames, frameCount);
        for (int at = 0; at < frameCount; at += Stretch)
        {
            int count = Math.Min(Stretch, frameCount - at);
            HearStretch(left.Slice(at, count), right.Slice(at, count));
        }

        _frames += frameCount;
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public StereoStage Fork() => (StereoStage)MemberwiseClone();

    /// <summary>Writes what was measured.</summary>
    public void Finish(FeatureSheet sheet)
    {
        double energy = _leftSquares + _rightSquares;
        if (_frames == 0 || energy <= 1e-18 * _frames)
        {
            string reason = _frames == 0 ? "There is no audio." : "The audio is silent.";
            sheet.AddMissing(reason, FeatureIds.ChannelCorrelation, FeatureIds.StereoWidth);
            return;
        }

        // Mid and side energies are (L + R)^2 / 4 and (L - R)^2 / 4; their sum is half the energy.
        double side = _differenceSquares / 4;
        sheet.Add(FeatureIds.StereoWidth, Math.Clamp(side / (energy / 2), 0, 1));
        double leftVariance = _leftSquares - (_left * _left / _frames);
        double rightVariance = _rightSquares - (_right * _right / _frames);
        if (_isMono || (side <= 1e-12 * energy))
        {
            sheet.Add(FeatureIds.ChannelCorrelation, 1);
        }
        else if (leftVariance <= 1e-12 * energy || rightVariance <= 1e-12 * energy)
        {
            sheet.AddMissing("One of the two channels is silent or constant.", FeatureIds.ChannelCorrelation);
        }
        else
        {
            double covariance = ((energy - _differenceSquares) / 2) - (_left * _right / _frames);
            sheet.Add(FeatureIds.ChannelCorrelation, Math.Clamp(covariance / Math.Sqrt(leftVariance * rightVariance), -1, 1));
        }
    }

    // Short stretches in single precision, their sums in double. The difference is squared as such: as the small rest of three
    // large sums it would drown in their rounding where the channels are nearly alike.
    private void HearStretch(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        Vector<float> l = default, r = default, ll = default, rr = default, dd = default;
        int width = Vector<float>.Count, i = 0;
        for (; i + width <= left.Length; i += width)
        {
            Vector<float> a = new(left[i..]), b = new(right[i..]), difference = a - b;
            l += a;
            r += b;
            ll += a * a;
            rr += b * b;
            dd += difference * difference;
        }

        _left += Vector.Sum(l);
        _right += Vector.Sum(r);
        _leftSquares += Vector.Sum(ll);
        _rightSquares += Vector.Sum(rr);
        _differenceSquares += Vector.Sum(dd);
        for (; i < left.Length; i++)
        {
            double a = left[i], b = right[i];
            _left += a;
            _right += b;
            _leftSquares += a * a;
            _rightSquares += b * b;
            _differenceSquares += (a - b) * (a - b);
        }
    }
}
