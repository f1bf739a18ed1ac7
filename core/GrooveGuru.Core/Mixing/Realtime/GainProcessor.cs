using System.Numerics.Tensors;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>Level; 0 dB passes bit for bit.</summary>
public sealed class GainProcessor : IProcessor
{
    private readonly float _gain;

    /// <summary>A gain.</summary>
    public GainProcessor(GainSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _gain = (float)ProcessorFormat.LinearGain(settings.GainDb);
    }

    /// <inheritdoc/>
    public int LatencySamples => 0;

    /// <inheritdoc/>
    public void Prepare(int sampleRateHz, int channelCount, int maxBlockFrames) =>
        ProcessorFormat.Require(sampleRateHz, channelCount, maxBlockFrames);

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Process(PlanarBlock block)
    {
        for (int channel = 0; channel < block.ChannelCount; channel++)
        {
            Span<float> samples = block.Channel(channel);
            TensorPrimitives.Multiply(samples, _gain, samples);
        }
    }

    /// <inheritdoc/>
    [RealtimeSafe]
    public void Reset()
    {
    }
}
