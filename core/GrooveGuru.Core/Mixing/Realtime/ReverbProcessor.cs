using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// Cuts, pre-delay, diffusion and a feedback delay network. Nothing is random or modulated: the same input gives the same output.
/// No latency: the input itself passes at once. More than two channels pass unchanged.
/// </summary>
public sealed class ReverbProcessor : IAdjustableProcessor
{
    private const double DiffusionGain = 0.6;

    private readonly OnePoleFilter[] _lowCuts = new OnePoleFilter[2];
    private readonly OnePoleFilter[] _highCuts = new OnePoleFilter[2];
    private readonly FadingDelayLine[] _preDelays = new FadingDelayLine[2];
    private readonly Diffuser[] _diffusers = new Diffuser[2];
    private FeedbackDelayNetwork? _network;
    private ReverbSettings _settings;
    private ParameterFade _fade;
    private Levels _oldLevels;
    private Levels _levels;
    private int _oldPreDelayFrames;
    private int _preDelayFrames;
    private int _sampleRateHz;
    private int _channelCount;

    /// <summary>A room.</summary>
    public ReverbProcessor(ReverbSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
    }

    /// <inheritdoc/>
    public int LatencySamples => 0;

    // Different on both sides, so that a mono input becomes wide at once.
    private static ReadOnlySpan<double> LeftDiffusionMs => [3.1, 4.9, 8.3, 12.1];

    private static ReadOnlySpan<double> RightDiffusionMs => [3.7, 5.6, 7.6, 13.1];

    /// <inheritdoc/>
    public void Prepare(int sampleRateHz, int channelCount, int maxBlockFrames)
    {
        ProcessorFormat.Require(sampleRateHz, channelCount, maxBlockFrames);
        _sampleRateHz = sampleRateHz;
        _channelCount = channelCount;
        int maxFrames = PreDelayFrames(ReverbSettings.PreDelayRangeMs.Max);
        _preDelays[0] = new FadingDelayLine(maxFrames);
        _preDelays[1] = new FadingDelayLine(maxFrames);
        _diffusers[0] = new Diffuser(LeftDiffusionMs, DiffusionGain, sampleRateHz);
        _diffusers[1] = new Diffuser(RightDiffusionMs, DiffusionGain, sampleRateHz);
        _network = new FeedbackDelayNetwork(sampleRateHz);
        _fade = new ParameterFade(sampleRateHz);
        Reset();
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public bool Adjust(ProcessorSettings settings)
    {
        if (settings is not ReverbSettings own)
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
        if (_network is null || block.ChannelCount > 2 || block.ChannelCount != _channelCount)
        {
            return;
        }

        Span<float> left = block.Channel(0);
        Span<float> right = block.Channel(block.ChannelCount - 1);
        for (int i = 0; i < left.Length; i++)
        {
            if (_fade.Begins())
            {
                TakeSettings(_network);
            }

            double share = _fade.Next();
            Levels levels = _oldLevels.Towards(_levels, share);
            double leftIn = AudibleSample.Of(left[i]);
            double rightIn = AudibleSample.Of(right[i]);
            _network.Next(
                Enter(0, leftIn, levels, share), Enter(1, rightIn, levels, share), share, out double leftWet, out double rightWet);
            double mid = (leftWet + rightWet) / 2;
            double side = levels.Width * (leftWet - rightWet) / 2;
            left[i] = (float)((levels.Dry * leftIn) + (levels.Wet * (mid + side)));
            if (block.ChannelCount == 2)
            {
                right[i] = (float)((levels.Dry * rightIn) + (levels.Wet * (mid - side)));
            }
        }
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Reset()
    {
        if (_network is null)
        {
            return;
        }

        TakeSettings(_network);
        _oldLevels = _levels;
        _oldPreDelayFrames = _preDelayFrames;
        _fade.Reset();
        _network.Reset();
        for (int side = 0; side < 2; side++)
        {
            _lowCuts[side].Reset();
            _highCuts[side].Reset();
            _preDelays[side].Reset();
            _diffusers[side].Reset();
        }
    }

    [RealtimeSafe]
    private double Enter(int side, double sample, Levels levels, double share)
    {
        double high = sample - _lowCuts[side].Low(sample, levels.LowCut);
        _preDelays[side].Write(_highCuts[side].Low(high, levels.HighCut));
        return _diffusers[side].Next(_preDelays[side].Read(_oldPreDelayFrames, _preDelayFrames, share));
    }

    [RealtimeSafe]
    private void TakeSettings(FeedbackDelayNetwork network)
    {
        network.Take(_settings);
        _oldLevels = _levels;
        _oldPreDelayFrames = _preDelayFrames;
        double wet = _settings.MixPercent / 100;
        _levels = new Levels(
            1 - wet,
            wet,
            _settings.WidthPercent / 100,
            OnePoleFilter.Coefficient(_settings.LowCutHz, _sampleRateHz),
            OnePoleFilter.Coefficient(_settings.HighCutHz, _sampleRateHz));
        _preDelayFrames = PreDelayFrames(_settings.PreDelayMs);
    }

    // The line's newest sample is 1 back.
    [RealtimeSafe]
    private int PreDelayFrames(double ms) => 1 + (int)Math.Round(ms * _sampleRateHz / 1000);

    /// <summary>What changes along a line: gains, linear, and the cuts' coefficients.</summary>
    private readonly record struct Levels(double Dry, double Wet, double Width, double LowCut, double HighCut)
    {
        [RealtimeSafe]
        internal Levels Towards(Levels other, double share) => new(
            Dry + (share * (other.Dry - Dry)),
            Wet + (share * (other.Wet - Wet)),
            Width + (share * (other.Width - Width)),
            LowCut + (share * (other.LowCut - LowCut)),
            HighCut + (share * (other.HighCut - HighCut)));
    }
}
