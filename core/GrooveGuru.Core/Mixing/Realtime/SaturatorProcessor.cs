using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// Saturator at eight times the sample rate. The input that is mixed in takes the same way up and down, so that both parts stay in
/// phase; no latency.
/// </summary>
public sealed class SaturatorProcessor : IAdjustableProcessor
{
    private SaturatorSettings _settings;
    private Oversampler8[] _oversamplers = [];
    private double[] _samples = [];
    private ParameterFade _fade;
    private Gains _oldGains;
    private Gains _gains;

    /// <summary>A saturator.</summary>
    public SaturatorProcessor(SaturatorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
    }

    /// <inheritdoc/>
    public int LatencySamples => 0;

    /// <summary>What a curve makes of a sample.</summary>
    /// <param name="sample">Sample after the drive, linear.</param>
    /// <param name="curve">The curve.</param>
    /// <returns>−1 … 1.</returns>
    [RealtimeSafe]
    public static double Shape(double sample, SaturationCurve curve)
    {
        if (curve == SaturationCurve.Tanh)
        {
            return Math.Tanh(sample);
        }

        double within = Math.Clamp(sample, -1.5, 1.5);
        return within - (4.0 / 27 * within * within * within);
    }

    /// <inheritdoc/>
    public void Prepare(int sampleRateHz, int channelCount, int maxBlockFrames)
    {
        ProcessorFormat.Require(sampleRateHz, channelCount, maxBlockFrames);
        _oversamplers = new Oversampler8[channelCount];
        for (int channel = 0; channel < channelCount; channel++)
        {
            _oversamplers[channel] = new Oversampler8();
        }

        _samples = new double[Oversampler8.Factor];
        _fade = new ParameterFade(sampleRateHz);
        Reset();
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public bool Adjust(ProcessorSettings settings)
    {
        if (settings is not SaturatorSettings own)
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
        for (int i = 0; i < block.FrameCount; i++)
        {
            if (_fade.Begins())
            {
                TakeSettings();
            }

            Gains gains = _oldGains.Towards(_gains, _fade.Next());
            for (int channel = 0; channel < block.ChannelCount && channel < _oversamplers.Length; channel++)
            {
                Span<float> samples = block.Channel(channel);
                _oversamplers[channel].Up(AudibleSample.Of(samples[i]), _samples);
                Saturate(gains);
                samples[i] = (float)_oversamplers[channel].Down(_samples);
            }
        }
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Reset()
    {
        TakeSettings();
        _oldGains = _gains;
        _fade.Reset();
        foreach (Oversampler8 oversampler in _oversamplers)
        {
            oversampler.Reset();
        }
    }

    [RealtimeSafe]
    private void Saturate(Gains gains)
    {
        for (int i = 0; i < _samples.Length; i++)
        {
            double dry = _samples[i];
            double driven = gains.Drive * dry;
            double wet = 0;
            if (gains.Tanh > 0)
            {
                wet += gains.Tanh * Shape(driven, SaturationCurve.Tanh);
            }

            if (gains.SoftClip > 0)
            {
                wet += gains.SoftClip * Shape(driven, SaturationCurve.SoftClip);
            }

            _samples[i] = (gains.Dry * dry) + wet;
        }
    }

    [RealtimeSafe]
    private void TakeSettings()
    {
        double output = ProcessorFormat.LinearGain(_settings.OutputDb);
        double wet = output * _settings.MixPercent / 100;
        bool isTanh = _settings.Curve == SaturationCurve.Tanh;
        _oldGains = _gains;
        _gains = new Gains(
            ProcessorFormat.LinearGain(_settings.DriveDb), output - wet, isTanh ? wet : 0, isTanh ? 0 : wet);
    }

    /// <summary>Gain before the curves, and of what is added up after them; linear.</summary>
    private readonly record struct Gains(double Drive, double Dry, double Tanh, double SoftClip)
    {
        [RealtimeSafe]
        internal Gains Towards(Gains other, double share) => new(
            Drive + (share * (other.Drive - Drive)),
            Dry + (share * (other.Dry - Dry)),
            Tanh + (share * (other.Tanh - Tanh)),
            SoftClip + (share * (other.SoftClip - SoftClip)));
    }
}
