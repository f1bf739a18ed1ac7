using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>One input and one output bus in native memory, with marks behind each buffer that nobody may touch.</summary>
internal sealed unsafe class RawBlock : IDisposable
{
    private const int GuardFrames = 64;
    private const float Mark = 12345.5f;
    private readonly List<nint> _memory = [];
    private readonly float** _inputs;
    private readonly float** _outputs;
    private readonly int _maxFrames;

    public RawBlock(int channels, int maxFrames)
    {
        Channels = channels;
        _maxFrames = maxFrames;
        _inputs = (float**)Allocate((nuint)(channels * sizeof(float*)));
        _outputs = (float**)Allocate((nuint)(channels * sizeof(float*)));
        for (int channel = 0; channel < channels; channel++)
        {
            _inputs[channel] = (float*)Allocate((nuint)((maxFrames + GuardFrames) * sizeof(float)));
            _outputs[channel] = (float*)Allocate((nuint)((maxFrames + GuardFrames) * sizeof(float)));
        }
    }

    public int Channels { get; }

    /// <summary>Silence flags of the input bus.</summary>
    public ulong InputSilence { get; set; }

    /// <summary>Silence flags that the plugin has set on the output bus.</summary>
    public ulong OutputSilence { get; private set; }

    /// <summary>Output buffers are the input buffers.</summary>
    public bool IsInPlace { get; set; }

    public Span<float> Input(int channel) => new(_inputs[channel], _maxFrames);

    public Span<float> Output(int channel) => new((IsInPlace ? _inputs : _outputs)[channel], _maxFrames);

    /// <summary>Fills the input with noise of ordinary numbers.</summary>
    public void FillWithNoise(Random random)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            foreach (ref float sample in Input(channel))
            {
                sample = (random.NextSingle() - 0.5f) * 1.9f;
            }
        }
    }

    /// <summary>One call of process on a plugin that was started.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="frames">Frames.</param>
    /// <param name="isIntact">Whether nothing was written behind the block.</param>
    /// <returns>The plugin's result code.</returns>
    public int Process(Vst3Plugin plugin, int frames, out bool isIntact)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            new Span<float>(_outputs[channel] + frames, _maxFrames - frames + GuardFrames).Fill(Mark);
        }

        AudioBusBuffers input = new() { ChannelCount = Channels, SilenceFlags = InputSilence, Channels = (void**)_inputs };
        AudioBusBuffers output = new() { ChannelCount = Channels, Channels = (void**)(IsInPlace ? _inputs : _outputs) };
        ProcessData data = new() { SampleCount = frames, InputCount = 1, OutputCount = 1, Inputs = &input, Outputs = &output };
        int code = plugin.ProcessRaw(&data);
        OutputSilence = output.SilenceFlags;
        isIntact = true;
        for (int channel = 0; channel < Channels; channel++)
        {
            isIntact &= !new ReadOnlySpan<float>(_outputs[channel] + frames, _maxFrames - frames + GuardFrames).ContainsAnyExcept(Mark);
        }

        return code;
    }

    public void Dispose() => _memory.ForEach(block => NativeMemory.Free((void*)block));

    private void* Allocate(nuint bytes)
    {
        void* block = NativeMemory.AllocZeroed(bytes);
        _memory.Add((nint)block);
        return block;
    }
}
