using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Processing;

/// <summary>A block of a host's making: native buffers of random bits for one input and one output bus.</summary>
internal sealed unsafe class TestBlock : IDisposable
{
    public const int MaxFrames = 8192;
    private readonly float** _inputs;
    private readonly float** _outputs;
    private readonly AudioBusBuffers* _buses;
    private readonly ProcessContext* _context;

    public TestBlock(int seed, int maxChannels = 8)
    {
        _inputs = (float**)NativeMemory.Alloc((nuint)maxChannels, (nuint)sizeof(float*));
        _outputs = (float**)NativeMemory.Alloc((nuint)maxChannels, (nuint)sizeof(float*));
        Random random = new(seed);
        for (int channel = 0; channel < maxChannels; channel++)
        {
            _inputs[channel] = (float*)NativeMemory.Alloc(MaxFrames, sizeof(float));
            _outputs[channel] = (float*)NativeMemory.Alloc(MaxFrames, sizeof(float));
            random.NextBytes(new Span<byte>(_inputs[channel], MaxFrames * sizeof(float)));
            random.NextBytes(new Span<byte>(_outputs[channel], MaxFrames * sizeof(float)));
        }

        _buses = (AudioBusBuffers*)NativeMemory.AllocZeroed(2, (nuint)sizeof(AudioBusBuffers));
        _context = (ProcessContext*)NativeMemory.AllocZeroed(1, (nuint)sizeof(ProcessContext));
        Data = (ProcessData*)NativeMemory.AllocZeroed(1, (nuint)sizeof(ProcessData));
        MaxChannels = maxChannels;
    }

    public int MaxChannels { get; }

    public ProcessData* Data { get; }

    public ref AudioBusBuffers Input => ref _buses[0];

    public ref AudioBusBuffers Output => ref _buses[1];

    public ref ProcessContext Context => ref *_context;

    public float** Inputs => _inputs;

    public float** Outputs => _outputs;

    public TestBlock Set(int inputChannels, int outputChannels, int frames)
    {
        *Data = new ProcessData
        {
            SampleCount = frames,
            InputCount = 1,
            OutputCount = 1,
            Inputs = _buses,
            Outputs = _buses + 1,
            Context = _context,
        };
        _buses[0] = new AudioBusBuffers { ChannelCount = inputChannels, Channels = (void**)_inputs };
        _buses[1] = new AudioBusBuffers { ChannelCount = outputChannels, Channels = (void**)_outputs };
        return this;
    }

    public int[] InputBits(int channel, int frames) => new ReadOnlySpan<int>(_inputs[channel], frames).ToArray();

    public int[] OutputBits(int channel, int frames) => new ReadOnlySpan<int>(_outputs[channel], frames).ToArray();

    public void Dispose()
    {
        for (int channel = 0; channel < MaxChannels; channel++)
        {
            NativeMemory.Free(_inputs[channel]);
            NativeMemory.Free(_outputs[channel]);
        }

        NativeMemory.Free(_inputs);
        NativeMemory.Free(_outputs);
        NativeMemory.Free(_buses);
        NativeMemory.Free(_context);
        NativeMemory.Free(Data);
    }
}
