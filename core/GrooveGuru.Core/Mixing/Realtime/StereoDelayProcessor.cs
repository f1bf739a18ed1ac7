using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// Two delay lines with a low and a high cut in each loop. An echo is heard after the filters, so that the n-th one has passed them
/// n times. No filter is above 1 anywhere and the feedback is below 1, so that the loop always dies away. No latency: the input
/// itself passes at once. More than two channels pass unchanged.
/// </summary>
public sealed class StereoDelayProcessor : IAdjustableProcessor
{
    private readonly FadingDelayLine?[] _lines = new FadingDelayLine?[2];
    private readonly OnePoleFilter[] _lowCuts = new OnePoleFilter[2];
    private readonly OnePoleFilter[] _highCuts = new OnePoleFilter[2];
    private StereoDelaySettings _settings;
    private ParameterFade _fade;
    private DelayGains _oldGains;
    private DelayGains _gains;
    private (int Left, int Right) _oldFrames;
    private (int Left, int Right) _frames;
    private int _sampleRateHz;
    private int _channelCount;

    /// <summary>A delay.</summary>
    public StereoDelayProcessor(StereoDelaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
    }

    /// <inheritdoc/>
    public int LatencySamples => 0;

    /// <inheritdoc/>
    public void Prepare(int sampleRateHz, int channelCount, int maxBlockFrames)
    {
        ProcessorFormat.Require(sampleRateHz, channelCount, maxBlockFrames);
        _sampleRateHz = sampleRateHz;
        _channelCount = channelCount;
        int maxFrames = Frames(StereoDelaySettings.TimeRangeMs.Max);
        _lines[0] = new FadingDelayLine(maxFrames);
        _lines[1] = new FadingDelayLine(maxFrames);
        _fade = new ParameterFade(sampleRateHz);
        Reset();
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public bool Adjust(ProcessorSettings settings)
    {
        if (settings is not StereoDelaySettings own)
        {
            return false;
        }

        _settings = own;
        _fade.Request();
        return true;
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Process(PlanarBlock block)
    {
        if (block.ChannelCount > 2 || block.ChannelCount != _channelCount || _lines[0] is not { } leftLine || _lines[1] is not { } rightLine)
        {
            return;
        }

        Span<float> left = block.Channel(0);
        Span<float> right = block.Channel(block.ChannelCount - 1);
        bool isStereo = block.ChannelCount == 2;
        for (int i = 0; i < left.Length; i++)
        {
            if (_fade.Begins())
            {
                TakeSettings();
            }

            double share = _fade.Next();
            DelayGains gains = _oldGains.Towards(_gains, share);
            double leftIn = AudibleSample.Of(left[i]);
            double rightIn = isStereo ? AudibleSample.Of(right[i]) : 0;
            double leftEcho = Filter(0, leftLine.Read(_oldFrames.Left, _frames.Left, share), gains);
            double rightEcho = Filter(1, rightLine.Read(_oldFrames.Right, _frames.Right, share), gains);
            leftLine.Write(
                (gains.Own * leftIn) + (gains.Both * (leftIn + rightIn)) + (gains.Same * leftEcho) + (gains.Cross * rightEcho));
            rightLine.Write((gains.Own * rightIn) + (gains.Same * rightEcho) + (gains.Cross * leftEcho));
            left[i] = (float)((gains.Dry * leftIn) + (gains.Wet * leftEcho));
            if (isStereo)
            {
                right[i] = (float)((gains.Dry * rightIn) + (gains.Wet * rightEcho));
            }
        }
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Reset()
    {
        TakeSettings();
        _oldGains = _gains;
        _oldFrames = _frames;
        _fade.Reset();
        for (int side = 0; side < 2; side++)
        {
            _lines[side]?.Reset();
            _lowCuts[side].Reset();
            _highCuts[side].Reset();
        }
    }

    [RealtimeSafe]
    private double Filter(int side, double sample, DelayGains gains)
    {
        double low = _highCuts[side].Low(sample, gains.HighCut);
        sample += gains.HighCutShare * (low - sample);
        return sample - _lowCuts[side].Low(sample, gains.LowCut);
    }

    [RealtimeSafe]
    private void TakeSettings()
    {
        _oldGains = _gains;
        _oldFrames = _frames;
        bool isPingPong = _settings.PingPong && _channelCount == 2;
        double feedback = _settings.FeedbackPercent / 100;
        double wet = _settings.MixPercent / 100;
        _frames = (Frames(_settings.LeftMs), Frames(_settings.RightMs));
        _gains = new DelayGains(
            Own: isPingPong ? 0 : 1,
            Both: isPingPong ? 0.5 : 0,
            Same: isPingPong ? 0 : feedback,
            Cross: isPingPong ? feedback : 0,
            Dry: 1 - wet,
            Wet: wet,
            LowCut: OnePoleFilter.Coefficient(_settings.LowCutHz, Math.Max(1, _sampleRateHz)),
            HighCut: OnePoleFilter.Coefficient(_settings.HighCutHz, Math.Max(1, _sampleRateHz)),
            HighCutShare: _settings.HasHighCut ? 1 : 0);
    }

    [RealtimeSafe]
    private int Frames(double ms) => Math.Max(1, (int)Math.Round(ms * _sampleRateHz / 1000));
}
