using GrooveGuru.Host.Native;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host;

/// <content>Processing.</content>
public sealed unsafe partial class Vst3Plugin
{
    private readonly HostParameterChanges _inputChanges = new();
    private readonly HostParameterChanges _outputChanges = new();
    private readonly Dictionary<uint, double> _outputValues = [];

    /// <summary>The last normalised value of each parameter that the plugin has sent while processing.</summary>
    public IReadOnlyDictionary<uint, double> OutputValues => _outputValues;

    /// <summary>Sends a parameter change with the next block.</summary>
    /// <param name="id">The parameter.</param>
    /// <param name="normalized">Its value, 0–1.</param>
    /// <param name="offsetFrames">Where in the block.</param>
    public void QueueParameter(uint id, double normalized, int offsetFrames = 0) => _inputChanges.Add(id, offsetFrames, normalized);

    /// <summary>Processes one block.</summary>
    /// <param name="input">Planar samples [channel][frame]; as many channels as were agreed on.</param>
    /// <param name="output">Where the result goes [channel][frame].</param>
    /// <param name="offsetFrames">Where the block begins in both.</param>
    /// <param name="frameCount">Its length, frames; at most what was announced. 0 is a flush.</param>
    /// <param name="transport">The transport at its first frame.</param>
    /// <exception cref="InvalidOperationException">Before <see cref="Start"/>.</exception>
    /// <exception cref="Vst3HostException">The plugin reports an error.</exception>
    public void Process(
        IReadOnlyList<float[]> input, IReadOnlyList<float[]> output, int offsetFrames, int frameCount, in BlockTransport transport)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        BlockBuffers buffers = _buffers ?? throw new InvalidOperationException("Start the plugin before processing.");
        for (int channel = 0; channel < ChannelCount; channel++)
        {
            input[channel].AsSpan(offsetFrames, frameCount).CopyTo(buffers.Input(channel, frameCount));
        }

        ProcessContext context = ContextFrom(transport);
        AudioBusBuffers inputs = buffers.InputBus;
        AudioBusBuffers outputs = buffers.OutputBus;
        ProcessData data = new()
        {
            ProcessMode = _isOffline ? ProcessMode.Offline : ProcessMode.Realtime,
            SymbolicSampleSize = SampleSize.Float32,
            SampleCount = frameCount,
            InputCount = 1,
            OutputCount = 1,
            Inputs = &inputs,
            Outputs = &outputs,
            Context = &context,
        };
        Require(ProcessRaw(&data), "process");
        for (int channel = 0; channel < ChannelCount; channel++)
        {
            buffers.Output(channel, frameCount).CopyTo(output[channel].AsSpan(offsetFrames, frameCount));
        }
    }

    /// <summary>Processes a block of the caller's own making, with this host's parameter changes.</summary>
    internal int ProcessRaw(ProcessData* data)
    {
        _outputChanges.Clear();
        data->InputParameterChanges = _inputChanges.Pointer;
        data->OutputParameterChanges = _outputChanges.Pointer;
        int code = (*(AudioProcessorVtable**)_processor)->Process(_processor, data);
        _inputChanges.Clear();
        foreach (HostParameterQueue queue in _outputChanges.Queues)
        {
            if (queue.Points.Count > 0)
            {
                _outputValues[queue.ParameterId] = queue.Points[^1].Value;
            }
        }

        return code;
    }

    private ProcessContext ContextFrom(in BlockTransport transport) => new()
    {
        State = (uint)((transport.TempoBpm > 0 ? ProcessContextState.ProjectTimeMusicValid | ProcessContextState.TempoValid : 0)
            | ProcessContextState.TimeSignatureValid | (transport.IsPlaying ? ProcessContextState.Playing : ProcessContextState.None)),
        SampleRate = _sampleRateHz,
        ProjectTimeSamples = transport.ProjectTimeFrames,
        ProjectTimeMusic = transport.ProjectTimeFrames / _sampleRateHz * transport.TempoBpm / 60,
        Tempo = transport.TempoBpm,
        TimeSignatureNumerator = transport.MeterNumerator,
        TimeSignatureDenominator = transport.MeterDenominator,
    };
}
