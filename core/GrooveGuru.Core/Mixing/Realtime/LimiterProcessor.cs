using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// True-peak limiter: the inter-sample peak of all channels is found with a eight-fold interpolator, the gain it asks for is held
/// as its least value over the look-ahead, falls back slowly, and is smoothed to a ramp that is down when the peak arrives.
/// </summary>
/// <remarks>
/// The output's true peak (ITU-R BS.1770-4 annex 2) lies at most 0.1 dB over the ceiling, tested on noise, square waves and clicks.
/// </remarks>
public sealed class LimiterProcessor : IProcessor
{
    // 120 dB over full scale: nobody's signal, and far from where sums of products overflow.
    private const float LoudestLinear = 1e6f;
    private const double LookAheadSeconds = 0.0025;

    private readonly LimiterSettings _settings;
    private readonly float _inputGain;
    private readonly double _ceiling;
    private TruePeakInterpolator[] _interpolators = [];
    private float[][] _delays = [];
    private SlidingMinimum _least = new(1);
    private double[] _ramp = [];
    private double[] _rampOfRamp = [];
    private double _release;
    private double _held;
    private double _rampSum;
    private double _rampOfRampSum;
    private int _delayIndex;
    private int _rampIndex;

    /// <summary>A limiter.</summary>
    public LimiterProcessor(LimiterSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _inputGain = (float)ProcessorFormat.LinearGain(settings.InputGainDb);
        _ceiling = ProcessorFormat.LinearGain(settings.CeilingDbtp - CeilingMarginDb);
    }

    /// <inheritdoc/>
    public int LatencySamples { get; private set; }

    // Interpolators differ a little near the Nyquist frequency, and a moving gain shifts the peaks between the samples.
    private static double CeilingMarginDb => 0.2;

    /// <inheritdoc/>
    public void Prepare(int sampleRateHz, int channelCount, int maxBlockFrames)
    {
        ProcessorFormat.Require(sampleRateHz, channelCount, maxBlockFrames);
        int rampFrames = Math.Max(4, (int)(LookAheadSeconds * sampleRateHz / 2));
        _ramp = new double[rampFrames];
        _rampOfRamp = new double[rampFrames];
        _release = Math.Exp(-1000 / (_settings.ReleaseMs * sampleRateHz));

        // The least gain stays over both ramps and over the interpolator's length, so that the gain stands still at the peak.
        _least = new SlidingMinimum((2 * rampFrames) + TruePeakInterpolator.TapCount);
        LatencySamples = (2 * rampFrames) - 2 + TruePeakInterpolator.TapCount;
        _delays = new float[channelCount][];
        _interpolators = new TruePeakInterpolator[channelCount];
        float[][] phases = TruePeakPhases.Design();
        for (int channel = 0; channel < channelCount; channel++)
        {
            _delays[channel] = new float[LatencySamples];
            _interpolators[channel] = new TruePeakInterpolator(phases);
        }

        Reset();
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Process(PlanarBlock block)
    {
        int channelCount = Math.Min(block.ChannelCount, _delays.Length);
        if (channelCount == 0)
        {
            return;
        }

        for (int i = 0; i < block.FrameCount; i++)
        {
            double peak = 0;
            for (int channel = 0; channel < channelCount; channel++)
            {
                float sample = block.Channel(channel)[i] * _inputGain;
                sample = float.IsNaN(sample) ? 0 : Math.Clamp(sample, -LoudestLinear, LoudestLinear);
                peak = Math.Max(peak, _interpolators[channel].Peak(sample));
                block.Channel(channel)[i] = _delays[channel][_delayIndex];
                _delays[channel][_delayIndex] = sample;
            }

            double gain = NextGain(peak > _ceiling ? _ceiling / peak : 1);
            for (int channel = 0; channel < channelCount; channel++)
            {
                block.Channel(channel)[i] = (float)(block.Channel(channel)[i] * gain);
            }

            _delayIndex = _delayIndex + 1 < LatencySamples ? _delayIndex + 1 : 0;
        }
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Reset()
    {
        foreach (float[] delay in _delays)
        {
            Array.Clear(delay);
        }

        foreach (TruePeakInterpolator interpolator in _interpolators)
        {
            interpolator.Reset();
        }

        _least.Reset();
        Array.Fill(_ramp, 1);
        Array.Fill(_rampOfRamp, 1);
        _rampSum = _ramp.Length;
        _rampOfRampSum = _rampOfRamp.Length;
        _held = 1;
        _delayIndex = 0;
        _rampIndex = 0;
    }

    [RealtimeSafe]
    private double NextGain(double wanted)
    {
        double least = _least.Next(wanted);
        _held = least < _held ? least : least + (_release * (_held - least));

        // Two moving averages make a ramp without corners.
        _rampSum += _held - _ramp[_rampIndex];
        _ramp[_rampIndex] = _held;
        double smooth = _rampSum / _ramp.Length;
        _rampOfRampSum += smooth - _rampOfRamp[_rampIndex];
        _rampOfRamp[_rampIndex] = smooth;
        _rampIndex = _rampIndex + 1 < _ramp.Length ? _rampIndex + 1 : 0;
        return Math.Clamp(_rampOfRampSum / _rampOfRamp.Length, 0, 1);
    }
}
