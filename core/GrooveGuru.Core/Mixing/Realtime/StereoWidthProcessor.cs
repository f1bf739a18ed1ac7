using System.Numerics.Tensors;
using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Dsp.Realtime;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// Mid and side: the side scaled, and taken away below a frequency; then the channels balanced. At 100 % without the others it passes bit for bit.
/// Only two channels have a side; any other count passes unchanged.
/// </summary>
public sealed class StereoWidthProcessor : IProcessor
{
    private const double ButterworthQ = 0.70710678118654752;

    private readonly StereoWidthSettings _settings;
    private readonly double _width;
    private readonly float _leftGain;
    private readonly float _rightGain;
    private BiquadFilter _sideHighPass;

    /// <summary>A width control.</summary>
    public StereoWidthProcessor(StereoWidthSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _width = settings.WidthPercent / 100;
        _leftGain = (float)Math.Pow(10, settings.BalanceDb / 40);
        _rightGain = (float)Math.Pow(10, -settings.BalanceDb / 40);
    }

    /// <inheritdoc/>
    public int LatencySamples => 0;

    /// <inheritdoc/>
    public void Prepare(int sampleRateHz, int channelCount, int maxBlockFrames)
    {
        ProcessorFormat.Require(sampleRateHz, channelCount, maxBlockFrames);
        _sideHighPass = new BiquadFilter(_settings.BassMonoBelowHz > 0
            ? BiquadCoefficients.HighPass(_settings.BassMonoBelowHz, ButterworthQ, sampleRateHz)
            : BiquadCoefficients.Identity);
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Process(PlanarBlock block)
    {
        if (block.ChannelCount != 2)
        {
            return;
        }

        ProcessSide(block.Channel(0), block.Channel(1));
        if (_settings.BalanceDb != 0)
        {
            TensorPrimitives.Multiply(block.Channel(0), _leftGain, block.Channel(0));
            TensorPrimitives.Multiply(block.Channel(1), _rightGain, block.Channel(1));
        }
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Reset() => _sideHighPass.Reset();

    [RealtimeSafe]
    private void ProcessSide(Span<float> left, Span<float> right)
    {
        bool filtered = _settings.BassMonoBelowHz > 0;
        double polarity = _settings.InvertRight ? -1 : 1;
        if (_width == 1 && !filtered)
        {
            for (int i = 0; i < right.Length && _settings.InvertRight; i++)
            {
                right[i] = -right[i];
            }

            return;
        }

        for (int i = 0; i < left.Length; i++)
        {
            double mid = (left[i] + (polarity * right[i])) / 2;
            double side = (left[i] - (polarity * right[i])) / 2;
            side = _width * (filtered ? _sideHighPass.Process(side) : side);
            left[i] = (float)(mid + side);
            right[i] = (float)(mid - side);
        }
    }
}
