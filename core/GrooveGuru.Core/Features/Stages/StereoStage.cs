namespace GrooveGuru.Core.Features.Stages;

/// <summary>The stereo field at the native rate, from sums over the first two channels.</summary>
internal sealed class StereoStage
{
    private readonly bool _isMono;
    private double _left;
    private double _right;
    private double _leftSquares;
    private double _rightSquares;
    private double _products;
    private long _frames;

    /// <summary>Nothing heard yet.</summary>
    public StereoStage(int channelCount)
    {
        _isMono = channelCount == 1;
    }

    /// <summary>Hears samples.</summary>
    public void Process(float[][] planar, int frameCount)
    {
        ReadOnlySpan<float> left = planar[0].AsSpan(0, frameCount);
        ReadOnlySpan<float> right = planar[_isMono ? 0 : 1].AsSpan(0, frameCount);
        double l = 0, r = 0, ll = 0, rr = 0, lr = 0;
        for (int i = 0; i < left.Length; i++)
        {
            double a = left[i], b = right[i];
            l += a;
            r += b;
            ll += a * a;
            rr += b * b;
            lr += a * b;
        }

        _left += l;
        _right += r;
        _leftSquares += ll;
        _rightSquares += rr;
        _products += lr;
        _frames += frameCount;
    }

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
        double side = Math.Max(0, energy - (2 * _products)) / 4;
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
            double covariance = _products - (_left * _right / _frames);
            sheet.Add(FeatureIds.ChannelCorrelation, Math.Clamp(covariance / Math.Sqrt(leftVariance * rightVariance), -1, 1));
        }
    }
}
