using GrooveGuru.Plugin.BridgeClient;
using GrooveGuru.Plugin.BridgeClient.Launching;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.State;

namespace GrooveGuru.Plugin;

/// <summary>One Groove Guru on one track: parameters, audio path, saved state and the way to the bridge.</summary>
/// <remarks>Knows nothing of the interface's calling conventions; those are in <see cref="Vst3"/>.</remarks>
internal sealed class PluginInstance : ITrackIdentity, IDisposable
{
    private readonly Lock _gate = new();
    private readonly BridgeLink _link;
    private string _instanceId = InstanceRegistry.TakeNew();
    private string _trackName = "";
    private byte[] _unknownFields = [];
    private bool _isActive;

    /// <summary>An instance with all values at their defaults.</summary>
    public PluginInstance()
        : this(new GrpcBridgeGateway(), BridgeLauncher.Shared)
    {
    }

    /// <summary>An instance with another way to the bridge.</summary>
    public PluginInstance(IBridgeGateway gateway, IBridgeLauncher launcher)
    {
        Processor = new AudioProcessor(Values);
        _link = new BridgeLink(gateway, launcher, this, Values);
    }

    /// <summary>The parameters.</summary>
    public ParameterValues Values { get; } = new();

    /// <summary>The audio path.</summary>
    public AudioProcessor Processor { get; }

    /// <summary>The way to tell the host what the user does to parameters; null until the host gives one. [main-thread]</summary>
    public IParameterGestures? Gestures { get; set; }

    /// <summary>Who the instance is, over saves and reconnects.</summary>
    public string InstanceId => Volatile.Read(ref _instanceId);

    /// <summary>The track's name as the host told it; empty where it has not.</summary>
    public string TrackName => Volatile.Read(ref _trackName);

    /// <summary>The host's name as it told it; empty where it has not.</summary>
    public string HostName { get; private set; } = "";

    /// <summary>Begins the instance's life in a host. [main-thread]</summary>
    public void Initialize(string hostName) => HostName = hostName;

    /// <summary>Makes the instance ready to process, or lets go of what that needs. [main-thread; some hosts call on others]</summary>
    public void SetActive(bool isActive)
    {
        lock (_gate)
        {
            if (isActive == _isActive)
            {
                return;
            }

            _isActive = isActive;
            if (isActive)
            {
                // Not before: a scan of all plugins must not start a bridge.
                _link.Feed.Attach(Processor.Prepare());
                _link.Start();
            }
            else
            {
                Processor.Release();
                Faults.LogFromAudioThread();
            }
        }
    }

    /// <summary>What a window of this instance shows. [main-thread]</summary>
    /// <param name="shell">The window.</param>
    /// <param name="texts">Tells how much room text takes.</param>
    public IEditorSurface CreateContent(IEditorShell shell, ITextRuler texts) => throw new InvalidOperationException("no content yet");

    /// <summary>Takes the track's name from the host. [main-thread]</summary>
    public void SetTrackName(string name) => Volatile.Write(ref _trackName, name);

    /// <summary>The bytes to save.</summary>
    public byte[] SaveState()
    {
        lock (_gate)
        {
            return PluginStateFormat.Write(new PluginState(Values.IsBypassed, _instanceId, TrackName, _unknownFields));
        }
    }

    /// <summary>Takes saved bytes.</summary>
    /// <returns>False, with nothing changed, where they are not a whole state of ours.</returns>
    public bool TryLoadState(ReadOnlySpan<byte> bytes)
    {
        if (PluginStateFormat.Read(bytes) is not { } state)
        {
            return false;
        }

        lock (_gate)
        {
            Values.Publish(ParameterIds.Bypass, state.IsBypassed ? 1 : 0);
            _instanceId = InstanceRegistry.Change(_instanceId, state.InstanceId);
            _unknownFields = state.UnknownFields;
            if (TrackName.Length == 0)
            {
                SetTrackName(state.TrackName);
            }
        }

        return true;
    }

    /// <summary>Ends the instance's life in a host; it may be initialised again. [main-thread]</summary>
    public void Terminate()
    {
        SetActive(false);
        lock (_gate)
        {
            _link.Stop();
        }

        HostName = "";
    }

    /// <summary>Ends everything and gives the id back.</summary>
    public void Dispose()
    {
        Terminate();
        _link.Dispose();
        InstanceRegistry.Return(_instanceId);
    }
}
