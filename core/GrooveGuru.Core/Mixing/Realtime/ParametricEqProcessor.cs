using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Dsp.Realtime;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>Second-order sections in series, in double precision, alike on every channel.</summary>
/// <remarks>
/// Bells and shelves are within 0.05 dB of the analogue response from 20 Hz to 20 kHz, at 44.1 kHz and above; the passes within
/// 0.05 dB of the analogue response as the bilinear transform warps it (tested with sines).
/// </remarks>
public sealed class ParametricEqProcessor : IProcessor
{
    private readonly ParametricEqSettings _settings;
    private BiquadFilter[][] _filters = [];

    /// <summary>An EQ.</summary>
    public ParametricEqProcessor(ParametricEqSettings settings)
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
        BiquadCoefficients[] sections = [.. _settings.Bands.SelectMany(band => EqBandDesign.Sections(band, sampleRateHz))];
        _filters = new BiquadFilter[channelCount][];
        for (int channel = 0; channel < channelCount; channel++)
        {
            _filters[channel] = Array.ConvertAll(sections, section => new BiquadFilter(section));
        }
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Process(PlanarBlock block)
    {
        for (int channel = 0; channel < block.ChannelCount && channel < _filters.Length; channel++)
        {
            Span<float> samples = block.Channel(channel);
            BiquadFilter[] filters = _filters[channel];
            for (int i = 0; i < samples.Length; i++)
            {
                double sample = samples[i];
                for (int band = 0; band < filters.Length; band++)
                {
                    sample = filters[band].Process(sample);
                }

                samples[i] = (float)sample;
            }
        }
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Reset()
    {
        foreach (BiquadFilter[] filters in _filters)
        {
            for (int band = 0; band < filters.Length; band++)
            {
                filters[band].Reset();
            }
        }
    }
}
