using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Benchmarks.UnderLoad;

/// <summary>One instance with one stereo block at 48 kHz in native memory.</summary>
internal sealed unsafe class RawInstance : IDisposable
{
    /// <summary>Sample rate, Hz.</summary>
    public const int SampleRateHz = 48_000;

    /// <summary>Frames of a block.</summary>
    public const int FrameCount = 64;

    private const double ConnectedNormalized = 2.0 / 3;
    private readonly void* _component;
    private readonly void* _processor;
    private readonly void* _controller;
    private readonly delegate* unmanaged[SuppressGCTransition]<void*, ProcessData*, int> _process;
    private readonly ProcessData* _data;
    private readonly ProcessContext* _context;

    /// <summary>Takes over a component, and initialises it.</summary>
    public RawInstance(void* component)
    {
        _component = component;
        _processor = Query(InterfaceIds.AudioProcessor);
        _controller = Query(InterfaceIds.EditController);

        // Without a transition: a collection in this runtime waits for the call, not the call for the collection.
        _process = (delegate* unmanaged[SuppressGCTransition]<void*, ProcessData*, int>)(*(AudioProcessorVtable**)_processor)->Process;
        Require((*(PluginBaseVtable**)component)->Initialize(component, null), "initialize");
        _context = (ProcessContext*)NativeMemory.AllocZeroed((nuint)sizeof(ProcessContext));
        _context->State = (uint)(ProcessContextState.Playing | ProcessContextState.TempoValid);
        _context->SampleRate = SampleRateHz;
        _context->Tempo = 120;
        _data = (ProcessData*)NativeMemory.AllocZeroed((nuint)sizeof(ProcessData));
        _data->SampleCount = FrameCount;
        _data->InputCount = _data->OutputCount = 1;
        _data->Inputs = Bus(isNoise: true);
        _data->Outputs = Bus(isNoise: false);
        _data->Context = _context;
    }

    /// <summary>Whether the instance says that the bridge hears it.</summary>
    public bool IsConnected
        => Math.Abs((*(EditControllerVtable**)_controller)->GetParamNormalized(_controller, ParameterIds.Bridge) - ConnectedNormalized) < 0.01;

    /// <summary>Sets up and activates.</summary>
    public void Start()
    {
        ProcessSetup setup = new() { SampleRate = SampleRateHz, MaxSamplesPerBlock = FrameCount };
        Require((*(AudioProcessorVtable**)_processor)->SetupProcessing(_processor, &setup), "setupProcessing");
        Require((*(ComponentVtable**)_component)->SetActive(_component, 1), "setActive");
    }

    /// <summary>Deactivates.</summary>
    public void Stop() => Require((*(ComponentVtable**)_component)->SetActive(_component, 0), "setActive(false)");

    /// <summary>One call of process; the project goes on.</summary>
    public void Process()
    {
        _ = _process(_processor, _data);
        _context->ProjectTimeSamples += FrameCount;
    }

    /// <summary>Saves and sets the state, and asks for texts: all of it allocates in the plugin's runtime, 64 KiB and more.</summary>
    public void Allocate(RawStream stream)
    {
        char* text = stackalloc char[128];
        stream.Clear();
        Require((*(ComponentVtable**)_component)->GetState(_component, stream.Pointer), "getState");
        stream.Rewind();
        Require((*(ComponentVtable**)_component)->SetState(_component, stream.Pointer), "setState");
        for (uint id = 0; id < ParameterIds.Count; id++)
        {
            (*(EditControllerVtable**)_controller)->GetParamStringByValue(_controller, id, 0.37, text);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        (*(PluginBaseVtable**)_component)->Terminate(_component);
        foreach (nint face in new[] { (nint)_processor, (nint)_controller, (nint)_component })
        {
            (*(UnknownVtable**)face)->Release((void*)face);
        }

        NativeMemory.Free(_context);
        foreach (nint bus in new[] { (nint)_data->Inputs, (nint)_data->Outputs })
        {
            NativeMemory.Free(((AudioBusBuffers*)bus)->Channels[0]);
            NativeMemory.Free(((AudioBusBuffers*)bus)->Channels);
            NativeMemory.Free((void*)bus);
        }

        NativeMemory.Free(_data);
    }

    private static AudioBusBuffers* Bus(bool isNoise)
    {
        float* samples = (float*)NativeMemory.AllocZeroed(2 * FrameCount, sizeof(float));
        Random random = new(1);
        for (int index = 0; isNoise && index < 2 * FrameCount; index++)
        {
            samples[index] = random.NextSingle() - 0.5f;
        }

        void** channels = (void**)NativeMemory.Alloc(2, (nuint)sizeof(void*));
        channels[0] = samples;
        channels[1] = samples + FrameCount;
        AudioBusBuffers* bus = (AudioBusBuffers*)NativeMemory.AllocZeroed((nuint)sizeof(AudioBusBuffers));
        bus->ChannelCount = 2;
        bus->Channels = channels;
        return bus;
    }

    private static void Require(int code, string step)
    {
        if (code != Result.Ok)
        {
            throw new InvalidOperationException($"{step} gives {code}");
        }
    }

    private void* Query(Tuid id)
    {
        void* face = null;
        Require((*(UnknownVtable**)_component)->QueryInterface(_component, &id, &face), "queryInterface");
        return face;
    }
}
