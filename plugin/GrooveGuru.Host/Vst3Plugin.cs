using GrooveGuru.Host.Native;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host;

/// <summary>One instance of an audio effect: its life, its buses and its processing.</summary>
public sealed unsafe partial class Vst3Plugin : IDisposable
{
    private readonly void* _component;
    private readonly void* _processor;
    private readonly void* _controller;
    private readonly HostApplication _application;
    private readonly HostComponentHandler _handler = new();
    private BlockBuffers? _buffers;
    private double _sampleRateHz;
    private bool _isOffline;
    private bool _isDisposed;

    internal Vst3Plugin(ClassDescription description, void* component, HostApplication application)
    {
        Class = description;
        _component = component;
        _application = application;
        try
        {
            Initialize();
            _processor = Query(InterfaceIds.AudioProcessor, "IAudioProcessor");
            _controller = Query(InterfaceIds.EditController, "IEditController");
            (*(EditControllerVtable**)_controller)->SetComponentHandler(_controller, _handler.Pointer);
            Parameters = ReadParameters();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Its class.</summary>
    public ClassDescription Class { get; }

    /// <summary>Channels of both main buses.</summary>
    public int ChannelCount { get; private set; } = 2;

    /// <summary>The delay of the output, samples.</summary>
    public int LatencySamples => (int)(*(AudioProcessorVtable**)_processor)->GetLatencySamples(_processor);

    internal void* Component => _component;

    internal void* Processor => _processor;

    internal void* Controller => _controller;

    /// <summary>Initialises an instance, also again after <see cref="Terminate"/>.</summary>
    /// <exception cref="Vst3HostException">It does not come up.</exception>
    public void Initialize()
        => Require((*(PluginBaseVtable**)_component)->Initialize(_component, _application.Pointer), "initialize");

    /// <summary>Ends the instance's life without letting go of it.</summary>
    public void Terminate() => Require((*(PluginBaseVtable**)_component)->Terminate(_component), "terminate");

    /// <summary>Asks for the same number of channels in and out.</summary>
    /// <param name="channelCount">Channels, 1 or more.</param>
    /// <returns>Whether the plugin agrees.</returns>
    public bool TrySetChannels(int channelCount)
    {
        ulong input = SpeakerArrangement.FromChannelCount(channelCount);
        ulong output = input;
        if ((*(AudioProcessorVtable**)_processor)->SetBusArrangements(_processor, &input, 1, &output, 1) != Result.Ok)
        {
            return false;
        }

        ChannelCount = channelCount;
        return true;
    }

    /// <summary>Prepares and starts processing: setup, buses on, active, processing.</summary>
    /// <param name="sampleRateHz">Sample rate, Hz.</param>
    /// <param name="maxBlockFrames">The longest block, frames.</param>
    /// <param name="isOffline">Blocks come faster than real time.</param>
    /// <exception cref="Vst3HostException">The plugin refuses a step.</exception>
    public void Start(double sampleRateHz, int maxBlockFrames, bool isOffline = false)
    {
        ProcessSetup setup = new()
        {
            ProcessMode = isOffline ? ProcessMode.Offline : ProcessMode.Realtime,
            SymbolicSampleSize = SampleSize.Float32,
            MaxSamplesPerBlock = maxBlockFrames,
            SampleRate = sampleRateHz,
        };
        Require((*(AudioProcessorVtable**)_processor)->SetupProcessing(_processor, &setup), "setupProcessing");
        ComponentVtable* component = *(ComponentVtable**)_component;
        for (int direction = BusDirection.Input; direction <= BusDirection.Output; direction++)
        {
            Require(component->ActivateBus(_component, MediaType.Audio, direction, 0, 1), "activateBus");
        }

        Require(component->SetActive(_component, 1), "setActive");
        (*(AudioProcessorVtable**)_processor)->SetProcessing(_processor, 1);
        _sampleRateHz = sampleRateHz;
        _isOffline = isOffline;
        _buffers?.Dispose();
        _buffers = new BlockBuffers(ChannelCount, maxBlockFrames);
    }

    /// <summary>Stops processing.</summary>
    /// <exception cref="Vst3HostException">The plugin refuses.</exception>
    public void Stop()
    {
        (*(AudioProcessorVtable**)_processor)->SetProcessing(_processor, 0);
        Require((*(ComponentVtable**)_component)->SetActive(_component, 0), "setActive(false)");
    }

    /// <summary>Tells the name of the track on which the plugin sits.</summary>
    /// <returns>False where the plugin does not want to know.</returns>
    public bool SetTrackName(string name)
    {
        Tuid id = InterfaceIds.InfoListener;
        void* listener = null;
        if ((*(UnknownVtable**)_controller)->QueryInterface(_controller, &id, &listener) != Result.Ok || listener == null)
        {
            return false;
        }

        using HostAttributeList attributes = new(name);
        (*(InfoListenerVtable**)listener)->SetChannelContextInfos(listener, attributes.Pointer);
        (*(UnknownVtable**)listener)->Release(listener);
        return true;
    }

    /// <summary>Terminates and lets go of the instance.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        (*(PluginBaseVtable**)_component)->Terminate(_component);
        Release(_controller);
        Release(_processor);
        Release(_component);
        _buffers?.Dispose();
        _inputChanges.Dispose();
        _outputChanges.Dispose();
        _handler.Dispose();
    }

    private static void Release(void* unknown)
    {
        if (unknown != null)
        {
            (*(UnknownVtable**)unknown)->Release(unknown);
        }
    }

    private void* Query(Tuid id, string name)
    {
        void* found = null;
        return (*(UnknownVtable**)_component)->QueryInterface(_component, &id, &found) == Result.Ok && found != null
            ? found
            : throw new Vst3HostException($"{Class.Name} has no {name}.");
    }

    private void Require(int code, string step)
    {
        if (code != Result.Ok)
        {
            throw new Vst3HostException($"{Class.Name}: {step} failed with result {code}.");
        }
    }
}
