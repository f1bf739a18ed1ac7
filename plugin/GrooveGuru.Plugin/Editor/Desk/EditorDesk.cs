using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.BridgeClient;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Editor.Views.Words;
using GrooveGuru.Plugin.Listening;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.State;

namespace GrooveGuru.Plugin.Editor.Desk;

/// <summary>
/// What stands behind the window of one instance. Nothing here waits: wishes go out in the background, and what becomes of them is
/// seen in the state.
/// </summary>
internal sealed class EditorDesk(PluginInstance instance, BridgeBoard board, BridgeRequests requests, DeskSurroundings surroundings)
    : IEditorDesk
{
    private ComposedState? _state;
    private ComposedPreferences? _preferences;

    /// <inheritdoc/>
    public EditorState State
    {
        get
        {
            BridgeNews news = board.News;
            TrackTitle title = instance.Title;
            bool isBypassed = instance.Values.IsBypassed;
            bool hasNote = news.Note is { } note && board.IsFresh(note);
            ListeningState? listening = instance.Listening.State;
            if (Volatile.Read(ref _state) is { } known && known.IsOf(news, title, isBypassed, hasNote, listening))
            {
                return known.State;
            }

            ComposedState composed = new(
                news, title, isBypassed, hasNote, listening, Compose(news, title, isBypassed, hasNote, listening));
            Volatile.Write(ref _state, composed);
            return composed.State;
        }
    }

    /// <inheritdoc/>
    public MeterReading Meters => instance.Meters;

    /// <inheritdoc/>
    public EditorPreferences Preferences
    {
        get
        {
            UserChoice user = surroundings.Preferences.Choice;
            WindowChoice? window = instance.Window;
            if (Volatile.Read(ref _preferences) is { } known && known.IsOf(user, window))
            {
                return known.Preferences;
            }

            ComposedPreferences composed = new(user, window, Compose(user, window));
            Volatile.Write(ref _preferences, composed);
            return composed.Preferences;
        }

        set
        {
            surroundings.Preferences.Change(new UserChoice(value.Theme, value.ShowsTooltips), board.Tell);
            WindowChoice window = new(value.IsCompact, Points(value.Width), Points(value.Height), value.Tab);
            EditorPreferences old = Preferences;
            WindowChoice shown = new(old.IsCompact, Points(old.Width), Points(old.Height), old.Tab);
            if (window != shown)
            {
                instance.ChooseWindow(window);
            }
        }
    }

    /// <inheritdoc/>
    public void SetTrackName(string name) => instance.SetUserTrackName(name);

    /// <inheritdoc/>
    public void SetTrackRole(TrackRole role) => instance.SetUserTrackRole(role);

    /// <inheritdoc/>
    public void SetBypass(bool isBypassed)
    {
        double normalized = isBypassed ? 1 : 0;
        IParameterGestures? gestures = instance.Gestures;
        gestures?.BeginEdit(ParameterIds.Bypass);
        instance.Values.Publish(ParameterIds.Bypass, normalized);
        gestures?.PerformEdit(ParameterIds.Bypass, normalized);
        gestures?.EndEdit(ParameterIds.Bypass);
    }

    /// <inheritdoc/>
    public void ResetMeters() => instance.ResetMeters();

    /// <inheritdoc/>
    public void Tell(string note) => board.Tell(note);

    /// <inheritdoc/>
    public void AnalyzeNow()
    {
        if (State.WhyNoAnalysis is { } why)
        {
            board.Tell(why);
        }
        else
        {
            requests.AnalyzeNow();
        }
    }

    /// <inheritdoc/>
    public void Mark(string recommendationId, RecommendationStatus status) => instance.Mark(recommendationId, status);

    /// <inheritdoc/>
    public void StartJob(string service)
    {
        if (State.WhyNoJob is { } why)
        {
            board.Tell(why);
        }
        else
        {
            requests.StartJob(service);
        }
    }

    /// <inheritdoc/>
    public void CancelJob(string jobId) => requests.CancelJob(jobId);

    /// <inheritdoc/>
    public void Listen(string path) => instance.Listening.Listen(path);

    /// <inheritdoc/>
    public void StopListening() => instance.Listening.Stop();

    /// <inheritdoc/>
    public void Reveal(string path) => Show(() => File.Exists(path)
        ? surroundings.Desktop.Reveal(path)
        : $"{path} is not there any more; start the job again to have it made once more.");

    /// <inheritdoc/>
    public void OpenStudioPage()
    {
        if (State.WhyNoStudioPage is { } why)
        {
            board.Tell(why);
            return;
        }

        requests.FindStudioPage(address => Show(() =>
            Uri.TryCreate(address, UriKind.Absolute, out Uri? page) && page.Scheme is "http" or "https" && page is { IsLoopback: true }
                ? surroundings.Desktop.OpenPage(page)
                : "The bridge names a studio page that is not on this machine; it was not opened."));
    }

    private static EditorState Compose(BridgeNews news, TrackTitle title, bool isBypassed, bool hasNote, ListeningState? listening)
    {
        bool isConnected = news.State == BridgeState.Connected;
        string? noBridge = isConnected ? null : $"{ConnectionWords.NotReached(news.State)} This works when one of this version does.";
        string? nothingHeard = news.HeardSeconds > 0 ? null
            : isBypassed ? "Nothing was heard of this track, because capture is switched off: switch it on and press play."
            : "Nothing was heard of this track yet: press play first.";
        return new EditorState
        {
            TrackName = title.Name,
            IsNamedByHost = title.UserName.Length == 0 && title.HostName.Length > 0,
            TrackColor = title.Color,
            TrackNumber = title.Number,
            TrackRole = TrackTitle.CanBeTold(title.Role) ? title.Role : TrackRole.Unspecified,
            IsBypassed = isBypassed,
            Bridge = news.State,
            Problem = news.WhyNotReached ?? news.CaptureProblem,
            HeardSeconds = news.HeardSeconds,
            IsAnalysing = news.IsAnalysing,
            Report = news.Report,
            Jobs = news.Jobs,
            Services = news.Services,
            Listening = listening,
            Note = hasNote ? news.Note?.Text : listening is { IsWithoutAudio: false } ? ListeningWords.Heard : null,
            WhyNoAnalysis = noBridge ?? (news.IsAnalysing ? "A report is being made already." : nothingHeard),
            WhyNoJob = noBridge ?? nothingHeard,
            WhyNoStudioPage = noBridge ?? (news.StudioPage is null ? "This bridge has no studio page." : null),
        };
    }

    private static EditorPreferences Compose(UserChoice user, WindowChoice? window)
    {
        EditorPreferences defaults = EditorPreferences.Default;
        return new EditorPreferences(
            window?.IsCompact ?? defaults.IsCompact,
            user.Theme,
            user.ShowsTooltips,
            window is { WidthPoints: > 0 } wide ? wide.WidthPoints : defaults.Width,
            window is { HeightPoints: > 0 } high ? high.HeightPoints : defaults.Height,
            window is { Tab.Length: > 0 } named ? named.Tab : defaults.Tab);
    }

    // The file manager may take its time to start, and the host's main thread has none.
    private void Show(Func<string?> show) => _ = Task.Run(() =>
    {
        try
        {
            if (show() is { } reason)
            {
                board.Tell(reason);
            }
        }
        catch (Exception error)
        {
            Faults.Report(error, "showing a file or page");
            board.Tell("It could not be shown; plugin.log says why.");
        }
    });

    private static ushort Points(double length) => (ushort)Math.Clamp(double.IsNaN(length) ? 0 : Math.Round(length), 0, ushort.MaxValue);

    private sealed class ComposedState(
        BridgeNews news, TrackTitle title, bool isBypassed, bool hasNote, ListeningState? listening, EditorState state)
    {
        public EditorState State => state;

        public bool IsOf(BridgeNews otherNews, TrackTitle otherTitle, bool isNowBypassed, bool hasNoteNow, ListeningState? listeningNow)
            => ReferenceEquals(news, otherNews) && ReferenceEquals(title, otherTitle) && isBypassed == isNowBypassed && hasNote == hasNoteNow
                && ReferenceEquals(listening, listeningNow);
    }

    private sealed class ComposedPreferences(UserChoice user, WindowChoice? window, EditorPreferences preferences)
    {
        public EditorPreferences Preferences => preferences;

        public bool IsOf(UserChoice otherUser, WindowChoice? otherWindow)
            => ReferenceEquals(user, otherUser) && ReferenceEquals(window, otherWindow);
    }
}
