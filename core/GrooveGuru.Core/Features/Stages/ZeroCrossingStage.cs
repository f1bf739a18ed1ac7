namespace GrooveGuru.Core.Features.Stages;

/// <summary>Sign changes per sample, as a mean over frames, from counts per hop.</summary>
/// <remarks>librosa.feature.zero_crossing_rate: values within 1e-10 of 0 count as positive; the ends are held, not silent.</remarks>
internal sealed class ZeroCrossingStage
{
    private const float Threshold = 1e-10f;
    private const int HopsPerFrame = AnalysisRate.FrameLength / AnalysisRate.HopLength;

    private List<short> _crossings = [];
    private List<bool> _startsWithCrossing = [];
    private bool _wasNegative;
    private int _inHop;
    private short _hopCrossings;
    private long _samples;

    /// <summary>Hears samples at the analysis rate.</summary>
    public void Process(ReadOnlySpan<float> samples)
    {
        while (!samples.IsEmpty)
        {
            int taken = Math.Min(samples.Length, AnalysisRate.HopLength - _inHop);
            HearWithinHop(samples[..taken]);
            samples = samples[taken..];
        }
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public ZeroCrossingStage Fork()
    {
        var copy = (ZeroCrossingStage)MemberwiseClone();
        copy._crossings = [.. _crossings];
        copy._startsWithCrossing = [.. _startsWithCrossing];
        return copy;
    }

    /// <summary>Writes what was measured.</summary>
    public void Finish(FeatureSheet sheet, bool isSilent)
    {
        if (_samples == 0 || isSilent)
        {
            sheet.AddMissing(_samples == 0 ? "There is no audio." : "The mono mix is silent.", FeatureIds.ZeroCrossingRate);
            return;
        }

        long frames = 1 + (_samples / AnalysisRate.HopLength);
        if (_inHop > 0)
        {
            EndHop();
        }

        double sum = 0;
        for (long frame = 0; frame < frames; frame++)
        {
            long first = frame - (HopsPerFrame / 2);
            for (long hop = Math.Max(0, first); hop < Math.Min(first + HopsPerFrame, _crossings.Count); hop++)
            {
                sum += _crossings[(int)hop];
            }

            // A change from the last sample before the frame to its first one is not within the frame.
            sum -= first >= 0 && first < _startsWithCrossing.Count && _startsWithCrossing[(int)first] ? 1 : 0;
        }

        sheet.Add(FeatureIds.ZeroCrossingRate, sum / frames / AnalysisRate.FrameLength);
    }

    private void HearWithinHop(ReadOnlySpan<float> samples)
    {
        bool isNegative = samples[0] < -Threshold;
        bool isCrossing = _samples > 0 && isNegative != _wasNegative;
        if (_inHop == 0)
        {
            _startsWithCrossing.Add(isCrossing);
        }

        // Counted without a branch: signs of noise cannot be foretold.
        int before = isNegative ? 1 : 0, crossings = isCrossing ? 1 : 0;
        foreach (float sample in samples)
        {
            int sign = sample < -Threshold ? 1 : 0;
            crossings += sign ^ before;
            before = sign;
        }

        _wasNegative = before == 1;
        _hopCrossings += (short)crossings;
        _samples += samples.Length;
        _inHop += samples.Length;
        if (_inHop == AnalysisRate.HopLength)
        {
            EndHop();
        }
    }

    private void EndHop()
    {
        _crossings.Add(_hopCrossings);
        _hopCrossings = 0;
        _inHop = 0;
    }
}
