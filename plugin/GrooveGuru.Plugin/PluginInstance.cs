using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.BridgeClient;
using GrooveGuru.Plugin.BridgeClient.Launching;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Desk;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views;
using GrooveGuru.Plugin.Listening;
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
    private readonly MeterReader _meterReader = new(TimeProvider.System);
    private string _instanceId = InstanceRegistry.TakeNew();
    private TrackTitle _title = TrackTitle.Unknown;
    private TrackTitle _toldByHost = TrackTitle.Unknown;
    private WindowChoice? _window;
    private StateLayout _layout = StateLayout.Own;
    private bool _isActive;

    /// <summary>An instance with all values at their defaults.</summary>
    public PluginInstance()
        : this(new GrpcBridgeGateway(), BridgeLauncher.Shared)
    {
    }

    /// <summary>An instance with another way to the bridge, and other surroundings of its window.</summary>
    public PluginInstance(
        IBridgeGateway gateway, IBridgeLauncher launcher, DeskSurroundings? surroundings = null, EndPatience? patience = null)
    {
        surroundings ??= DeskSurroundings.Shared;
        BridgeBoard board = new(surroundings.Time);
        Processor = new AudioProcessor(Values);
        _link = new BridgeLink(gateway, launcher, this, Values, board, patience);
        Listening = new PreviewPlayer(Processor, board.Tell);
        Desk = new EditorDesk(this, board, _link.Requests, surroundings);
    }

    /// <summary>The parameters.</summary>
    public ParameterValues Values { get; } = new();

    /// <summary>The audio path.</summary>
    public AudioProcessor Processor { get; }

    /// <summary>Lets the user listen to a preview. [main-thread]</summary>
    public PreviewPlayer Listening { get; }

    /// <summary>What stands behind the window. [main-thread]</summary>
    public IEditorDesk Desk { get; }

    /// <summary>What is known of the track; the same object as long as nothing changed.</summary>
    public TrackTitle Title => Volatile.Read(ref _title);

    /// <summary>How the user wants the window in this project; null where nothing was chosen.</summary>
    public WindowChoice? Window => Volatile.Read(ref _window);

    /// <summary>
    /// Called after the user has changed what <see cref="SaveState"/> saves, so that the host can ask to keep it; not for parameters,
    /// whose changes the host hears as such, nor for what the host or the bridge says. [any-thread but the audio thread]
    /// </summary>
    internal Action? Changed { get; set; }

    /// <summary>The way to tell the host what the user does to parameters; null until the host gives one. [main-thread]</summary>
    public IParameterGestures? Gestures { get; set; }

    /// <summary>What the meters show now, counted since the first activation, the last change of sample rate or the last reset. [any-thread but the audio thread]</summary>
    public MeterReading Meters => _meterReader.Read(Processor.MeterFeed.CaughtUp());

    /// <summary>Who the instance is, over saves and reconnects.</summary>
    public string InstanceId => Volatile.Read(ref _instanceId);

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
                MeterThread.Shared.Attach(Processor.MeterFeed);
                _link.Start();
            }
            else
            {
                Listening.EndNow();
                MeterThread.Shared.Detach(Processor.MeterFeed);
                Processor.Release();
                Faults.LogRest();
            }
        }
    }

    /// <summary>What a window of this instance shows. [main-thread]</summary>
    /// <param name="shell">The window.</param>
    /// <param name="texts">Tells how much room text takes.</param>
    public IEditorSurface CreateContent(IEditorShell shell, ITextRuler texts)
        => new EditorView(Desk, shell, texts);

    /// <summary>Takes what the host tells of the track; null for what it does not tell this time. [main-thread]</summary>
    public void SetHostTrack(string? name, uint? color, int? number)
    {
        lock (_gate)
        {
            string? hostName = name is null ? null : TrackTitle.Clean(name);
            _toldByHost = Tell(_toldByHost);
            Retitle(Tell(Title));

            TrackTitle Tell(TrackTitle title) => title with
            {
                HostName = hostName ?? title.HostName,
                Color = color ?? title.Color,
                Number = number ?? title.Number,
            };
        }
    }

    /// <summary>Takes the user's name for the track; empty takes the host's again. [main-thread]</summary>
    public void SetUserTrackName(string name) => SetByUser(title => title with { UserName = TrackTitle.Clean(name) });

    /// <summary>
    /// Takes what the user says that the track is; unspecified, or what nobody can say, leaves it to the bridge again. [main-thread]
    /// </summary>
    public void SetUserTrackRole(TrackRole role)
        => SetByUser(title => title with { Role = TrackTitle.CanBeTold(role) ? role : TrackRole.Unspecified });

    /// <summary>Takes what the user says to a recommendation: tried, dismissed, or open again. [main-thread]</summary>
    public void Mark(string recommendationId, RecommendationStatus status)
    {
        if (_link.Requests.Mark(recommendationId, status))
        {
            Changed?.Invoke();
        }
    }

    /// <summary>Takes how the user wants the window in this project. [main-thread]</summary>
    public void ChooseWindow(WindowChoice window)
    {
        if (Interlocked.Exchange(ref _window, window) != window)
        {
            Changed?.Invoke();
        }
    }

    /// <summary>Begins the meters' true peak, integrated loudness and mark of non-finite samples anew. [any-thread but the audio thread]</summary>
    public void ResetMeters() => Processor.MeterFeed.Meters?.RequestReset();

    /// <summary>The bytes to save.</summary>
    public byte[] SaveState()
    {
        lock (_gate)
        {
            return PluginStateFormat.Write(new PluginState
            {
                IsBypassed = Values.IsBypassed,
                InstanceId = _instanceId,
                HostTrackName = Title.HostName,
                UserTrackName = Title.UserName,
                TrackColor = Title.Color,
                TrackNumber = Title.Number,
                TrackRole = Title.Role,
                Marks = _link.Requests.Marks.Marks,
                Window = Window,
                Layout = _layout,
            });
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

        Listening.Stop(); // what another state brings begins in silence
        lock (_gate)
        {
            Values.Publish(ParameterIds.Bypass, state.IsBypassed ? 1 : 0);
            _instanceId = InstanceRegistry.Change(_instanceId, state.InstanceId);
            _layout = state.Layout;
            Volatile.Write(ref _window, state.Window);
            _link.Requests.Marks.Load(state.Marks);
            Retitle(Title with
            {
                // What the host says now is newer than what it said when the project was saved; what another state brought is not.
                HostName = _toldByHost.HostName.Length > 0 ? _toldByHost.HostName : TrackTitle.Clean(state.HostTrackName),
                Color = _toldByHost.Color ?? state.TrackColor,
                Number = _toldByHost.Number ?? state.TrackNumber,
                UserName = TrackTitle.Clean(state.UserTrackName),
                Role = state.TrackRole,
            });
        }

        return true;
    }

    private void SetByUser(Func<TrackTitle, TrackTitle> change)
    {
        bool isChanged;
        lock (_gate)
        {
            isChanged = Retitle(change(Title));
        }

        if (isChanged)
        {
            Changed?.Invoke();
        }
    }

    private bool Retitle(TrackTitle title)
    {
        if (title == Title)
        {
            return false;
        }

        Volatile.Write(ref _title, title);
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
