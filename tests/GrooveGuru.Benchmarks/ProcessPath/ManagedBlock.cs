using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.Processing.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Benchmarks.ProcessPath;

/// <summary>The plugin's audio path with one stereo block at 48 kHz in native memory, as a host hands it over.</summary>
internal sealed unsafe class ManagedBlock : IDisposable
{
    /// <summary>Sample rate, Hz.</summary>
    public const int SampleRateHz = 48000;

    private const int ChannelCount = 2;
    private const double TempoBpm = 120;
    private readonly AudioProcessor _processor;
    private readonly CaptureRing _ring;
    private readonly Memory _memory = new();
    private readonly ProcessData* _data;
    private readonly float* _input;
    private readonly float* _output;

    /// <summary>An active processor, playing.</summary>
    /// <param name="frameCount">Frames of a block.</param>
    public ManagedBlock(int frameCount)
    {
        FrameCount = frameCount;
        _processor = new AudioProcessor(new ParameterValues());
        ProcessSetup setup = new() { SampleRate = SampleRateHz, MaxSamplesPerBlock = frameCount, SymbolicSampleSize = SampleSize.Float32 };
        if (!_processor.TrySetup(in setup))
        {
            throw new InvalidOperationException("The plugin refuses 48 kHz.");
        }

        _ring = _processor.Prepare();
        _input = _memory.Allocate<float>(ChannelCount * frameCount);
        _output = _memory.Allocate<float>(ChannelCount * frameCount);
        Random random = new(1);
        for (int index = 0; index < ChannelCount * frameCount; index++)
        {
            _input[index] = random.NextSingle() - 0.5f;
        }

        _data = _memory.Allocate<ProcessData>(1);
        _data->SampleCount = frameCount;
        _data->InputCount = 1;
        _data->OutputCount = 1;
        _data->Inputs = Bus(_input);
        _data->Outputs = Bus(_output);
        _data->Context = _memory.Allocate<ProcessContext>(1);
        _data->Context->State = (uint)(ProcessContextState.Playing | ProcessContextState.TempoValid);
        _data->Context->SampleRate = SampleRateHz;
        _data->Context->Tempo = TempoBpm;
    }

    /// <summary>Frames of a block.</summary>
    public int FrameCount { get; }

    /// <summary>Length of a block, microseconds.</summary>
    public double BlockMicroseconds => 1e6 * FrameCount / SampleRateHz;

    /// <summary>Blocks that the ring dropped: a measurement with any is not of the whole path.</summary>
    public long DroppedBlocks => _ring.DroppedBlocks;

    /// <summary>One call of process; the project goes on.</summary>
    public void Process()
    {
        _ = _processor.Process(_data);
        _data->Context->ProjectTimeSamples += FrameCount;
    }

    /// <summary>Empties the rings, as the client's thread and that of the meters do.</summary>
    public void Drain()
    {
        _ = _processor.MeterFeed.CaughtUp();
        while (_ring.TryPeek(out _, out _))
        {
            _ring.Advance();
        }
    }

    /// <summary>The floor: the same bytes, copied once.</summary>
    public void Copy() => new ReadOnlySpan<float>(_input, ChannelCount * FrameCount).CopyTo(new Span<float>(_output, ChannelCount * FrameCount));

    /// <inheritdoc/>
    public void Dispose()
    {
        _processor.Release();
        _memory.Dispose();
    }

    private AudioBusBuffers* Bus(float* samples)
    {
        void** channels = (void**)_memory.Allocate<nint>(ChannelCount);
        for (int channel = 0; channel < ChannelCount; channel++)
        {
            channels[channel] = samples + (channel * FrameCount);
        }

        AudioBusBuffers* bus = _memory.Allocate<AudioBusBuffers>(1);
        bus->ChannelCount = ChannelCount;
        bus->Channels = channels;
        return bus;
    }

    private sealed class Memory : IDisposable
    {
        private readonly List<nint> _blocks = [];

        public T* Allocate<T>(int count)
            where T : unmanaged
        {
            T* block = (T*)NativeMemory.AllocZeroed((nuint)count, (nuint)sizeof(T));
            _blocks.Add((nint)block);
            return block;
        }

        public void Dispose() => _blocks.ForEach(block => NativeMemory.Free((void*)block));
    }
}
