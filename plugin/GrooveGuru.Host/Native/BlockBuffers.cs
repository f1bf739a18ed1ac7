using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Native;

/// <summary>Native sample memory for one input and one output bus.</summary>
internal sealed unsafe class BlockBuffers : IDisposable
{
    private readonly int _channelCount;
    private readonly void** _inputs;
    private readonly void** _outputs;
    private bool _isDisposed;

    /// <summary>Silent buffers.</summary>
    public BlockBuffers(int channelCount, int maxFrames)
    {
        _channelCount = channelCount;
        _inputs = Allocate(channelCount, maxFrames);
        _outputs = Allocate(channelCount, maxFrames);
    }

    /// <summary>The input bus.</summary>
    public AudioBusBuffers InputBus => new() { ChannelCount = _channelCount, Channels = _inputs };

    /// <summary>The output bus.</summary>
    public AudioBusBuffers OutputBus => new() { ChannelCount = _channelCount, Channels = _outputs };

    /// <summary>Samples of an input channel.</summary>
    public Span<float> Input(int channel, int frames) => new(_inputs[channel], frames);

    /// <summary>Samples of an output channel.</summary>
    public Span<float> Output(int channel, int frames) => new(_outputs[channel], frames);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        for (int channel = 0; channel < _channelCount; channel++)
        {
            NativeMemory.AlignedFree(_inputs[channel]);
            NativeMemory.AlignedFree(_outputs[channel]);
        }

        NativeMemory.Free(_inputs);
        NativeMemory.Free(_outputs);
    }

    private static void** Allocate(int channelCount, int maxFrames)
    {
        void** channels = (void**)NativeMemory.Alloc((nuint)channelCount, (nuint)sizeof(void*));
        nuint bytes = (nuint)Math.Max(maxFrames, 1) * sizeof(float);
        for (int channel = 0; channel < channelCount; channel++)
        {
            channels[channel] = NativeMemory.AlignedAlloc(bytes, 64);
            NativeMemory.Clear(channels[channel], bytes);
        }

        return channels;
    }
}
