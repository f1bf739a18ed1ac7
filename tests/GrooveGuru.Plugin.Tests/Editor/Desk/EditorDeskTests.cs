using System.Diagnostics;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Core.Tests;
using GrooveGuru.Plugin.BridgeClient;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Parameters;

namespace GrooveGuru.Plugin.Tests.Editor.Desk;

public sealed class EditorDeskTests : IDisposable
{
    private readonly DeskFixture _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void State_WhileNothingChanges_IsTheSameObject()
    {
        _desk.ConnectAndHear();
        EditorState state = _desk.State;

        Assert.Same(state, _desk.State);
        Assert.Same(_desk.Desk.Preferences, _desk.Desk.Preferences);
        Assert.Equal(0, Allocations.OfLeastPass(() =>
        {
            for (int round = 0; round < 1000; round++)
            {
                _ = _desk.Desk.State;
                _ = _desk.Desk.Preferences;
            }
        }));
        _desk.Instance.SetUserTrackName("Kick");
        Assert.NotSame(state, _desk.State);
    }

    [Fact]
    public void State_BeforeTheHostSwitchesOn_SaysWhatIsAwaited()
    {
        Assert.Equal(BridgeState.NotConnected, _desk.State.Bridge);
        Assert.Contains("host switches", _desk.State.Problem, StringComparison.Ordinal);
        Assert.Equal(0, _desk.Bridge.Opened);
    }

    [Fact]
    public void State_WithABridge_HasItsServicesAndNoProblem()
    {
        _desk.Connect();

        Assert.Null(_desk.State.Problem);
        Assert.Equal(["midi", "stems"], _desk.State.Services.Order());
        Assert.Contains("press play", _desk.State.WhyNoJob, StringComparison.Ordinal);
        Assert.Contains("studio page", _desk.State.WhyNoStudioPage, StringComparison.Ordinal);
    }

    [Fact]
    public void State_WithoutABridge_SaysWhyAndWhatToDo()
    {
        _desk.Bridge.Standing = EndpointFileStanding.Absent;
        _desk.Bridge.SinceLaunch = null;
        _desk.Bridge.LaunchReason = "the bridge is not installed: run ./groove install";
        _desk.Instance.SetActive(true);

        DeskFixture.Await(() => _desk.State.Problem?.Contains("./groove install", StringComparison.Ordinal) == true);

        Assert.Empty(_desk.State.Services);
        Assert.NotNull(_desk.State.WhyNoAnalysis);
    }

    [Fact]
    public void State_OfABridgeThatNeverComesUp_NamesItsLog()
    {
        _desk.Bridge.Standing = EndpointFileStanding.Absent;
        _desk.Bridge.SinceLaunch = TimeSpan.FromMinutes(1);
        _desk.Instance.SetActive(true);

        DeskFixture.Await(() => _desk.State.Problem?.Contains("bridge-output.log", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void State_OfABridgeOfAnotherVersion_NamesBothAndWhatToDo()
    {
        _desk.Bridge.WelcomeVersion = 99;
        _desk.Instance.SetActive(true);

        DeskFixture.Await(() => _desk.State.Bridge == BridgeState.WrongVersion);

        Assert.Contains("7.8.9 speaks 99", _desk.State.Problem, StringComparison.Ordinal);
        Assert.Contains($"plugin {PluginIdentity.Version} speaks contract 1", _desk.State.Problem, StringComparison.Ordinal);
        Assert.Contains("install the same version", _desk.State.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void State_AfterALoss_KeepsWhatWasHeardAndDropsWhatTheBridgeOffered()
    {
        _desk.ConnectAndHear();
        _desk.Say(DeskFixture.Report(("eq.rumble", RecommendationStatus.Open)));
        DeskFixture.Await(() => _desk.State.Report is not null);

        _desk.Bridge.Die();

        DeskFixture.Await(() => _desk.State.Bridge != BridgeState.Connected);
        Assert.NotNull(_desk.State.Report);
        Assert.Equal(10, _desk.State.HeardSeconds);
        Assert.Empty(_desk.State.Services);
    }

    [Fact]
    public void Capture_ThatTheBridgeCannotKeep_IsAProblemUntilTheNextConnection()
    {
        _desk.Connect();
        _desk.Bridge.Say(new CaptureDown { Problem = new Problem { Code = "capture_failed", Message = "The disk is full. Free some space." } });

        DeskFixture.Await(() => _desk.State.Problem == "The disk is full. Free some space.");
        _desk.Bridge.Die();
        _desk.Bridge.Rise(2);
        DeskFixture.Await(() => _desk.State is { Bridge: BridgeState.Connected, Problem: null });
    }

    [Fact]
    public void Analysis_AskedFor_GoesOverTheStream()
    {
        _desk.ConnectAndHear();

        _desk.Desk.AnalyzeNow();

        DeskFixture.Await(() => _desk.Bridge.Received.Any(message => message.Analyze is not null));
        _desk.Bridge.Say(new CaptureDown { Running = new RunningMeasures { HeardSeconds = 11, Analysing = true } });
        DeskFixture.Await(() => _desk.State.IsAnalysing);
        Assert.Contains("already", _desk.State.WhyNoAnalysis, StringComparison.Ordinal);
    }

    [Fact]
    public void Note_AfterItsTime_IsGone()
    {
        _desk.Desk.AnalyzeNow();
        Assert.Equal(_desk.State.WhyNoAnalysis, _desk.State.Note);

        _desk.Clock.Advance(BridgeNote.Lifetime - TimeSpan.FromSeconds(1));
        Assert.NotNull(_desk.State.Note);
        _desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_desk.State.Note);
    }

    [Fact]
    public void Commands_WithABridgeThatNeverAnswers_ReturnAtOnce()
    {
        _desk.ConnectAndHear();
        _desk.Bridge.Calls.IsSilent = true;
        long start = Stopwatch.GetTimestamp();

        _desk.Desk.AnalyzeNow();
        _desk.Desk.Mark("eq.rumble", RecommendationStatus.Dismissed);
        _desk.Desk.StartJob("stems");
        _desk.Desk.CancelJob(_desk.State.Jobs[0].JobId);
        _desk.Desk.OpenStudioPage();
        _desk.Desk.SetTrackName("Kick");
        _ = _desk.State;

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public void Bypass_IsToldToTheHost()
    {
        RecordedGestures gestures = new();
        _desk.Instance.Gestures = gestures;

        _desk.Desk.SetBypass(true);

        Assert.True(_desk.State.IsBypassed);
        Assert.Equal(["begin 0", "perform 0 1", "end 0"], gestures.Calls);
        _desk.Instance.Gestures = null;
        _desk.Desk.SetBypass(false);
        Assert.False(_desk.State.IsBypassed);
    }

    [Fact]
    public void Name_OfTheUser_WinsUntilItIsEmptied()
    {
        _desk.Connect();
        _desk.Instance.SetHostTrack("Audio 1", 0xFF336699, 3);
        Assert.Equal(("Audio 1", true), (_desk.State.TrackName, _desk.State.IsNamedByHost));

        _desk.Desk.SetTrackName("  Bass\n take 2 ");
        _desk.Instance.SetHostTrack("Audio 2", null, null);

        Assert.Equal(("Bass take 2", false), (_desk.State.TrackName, _desk.State.IsNamedByHost));
        Assert.Equal((0xFF336699, 3), (_desk.State.TrackColor, _desk.State.TrackNumber));
        DeskFixture.Await(() => _desk.Bridge.Received.Any(message => message.Identity?.Name == "Bass take 2"));
        _desk.Desk.SetTrackName("");
        Assert.Equal(("Audio 2", true), (_desk.State.TrackName, _desk.State.IsNamedByHost));
        DeskFixture.Await(() => _desk.Bridge.Received.Any(message => message.Identity?.Name == "Audio 2"));
    }

    [Fact]
    public void State_SavedAndLoaded_BringsNameWindowAndMarksBack()
    {
        _desk.Instance.SetHostTrack("Audio 1", null, null);
        _desk.Desk.SetTrackName("Bass");
        _desk.Desk.Mark("eq.rumble", RecommendationStatus.Dismissed);
        _desk.Desk.Preferences = _desk.Desk.Preferences with { IsCompact = true, Width = 900, Tab = "advice" };
        byte[] saved = _desk.Instance.SaveState();
        using DeskFixture other = new();

        Assert.True(other.Instance.TryLoadState(saved));

        Assert.Equal("Bass", other.State.TrackName);
        Assert.Equal((true, 900, "advice"), (other.Desk.Preferences.IsCompact, other.Desk.Preferences.Width, other.Desk.Preferences.Tab));
        Assert.Equal(saved[65..], other.Instance.SaveState()[65..]); // but for the id, which the first instance still has
    }

    [Fact]
    public void State_ThatIsDamaged_ChangesNothing()
    {
        _desk.Desk.SetTrackName("Bass");
        byte[] before = _desk.Instance.SaveState();

        Assert.False(_desk.Instance.TryLoadState(before.AsSpan(0, before.Length - 1)));
        Assert.False(_desk.Instance.TryLoadState(new byte[1 << 20]));

        Assert.Equal(before, _desk.Instance.SaveState());
    }

    [Fact]
    public void Reveal_OfAFile_AsksTheFileManager()
    {
        string file = Path.Combine(_desk.Folder, "João, take #1.wav");
        File.WriteAllText(file, "");

        _desk.Desk.Reveal(file);
        DeskFixture.Await(() => _desk.Files.Shown.Contains(file));
        _desk.Desk.Reveal(file + ".gone");
        DeskFixture.Await(() => _desk.State.Note?.Contains("not there any more", StringComparison.Ordinal) == true);
        _desk.Files.Failure = "No file manager.";
        _desk.Desk.Reveal(file);
        DeskFixture.Await(() => _desk.State.Note == "No file manager.");
    }

    [Theory]
    [InlineData("http://127.0.0.1:8123/?t=a", true)]
    [InlineData("http://example.org/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("no address", false)]
    public void StudioPage_OnThisMachineOnly_IsOpened(string address, bool isOpened)
    {
        _desk.Bridge.StudioPage = _desk.Bridge.Calls.StudioPage = address;
        _desk.Connect();
        Assert.Null(_desk.State.WhyNoStudioPage);

        _desk.Desk.OpenStudioPage();

        DeskFixture.Await(() => isOpened ? _desk.Files.Shown.Contains(address) : _desk.State.Note is not null);
        Assert.Equal(isOpened, !_desk.Files.Shown.IsEmpty);
    }

    [Fact]
    public void StudioPage_ThatTheBridgeDoesNotTell_BecomesANote()
    {
        _desk.Bridge.StudioPage = "http://127.0.0.1:8123/";
        _desk.Connect();
        _desk.Bridge.Calls.Failure = new GrpcException(GrpcStatusCode.DeadlineExceeded, "late");

        _desk.Desk.OpenStudioPage();

        DeskFixture.Await(() => _desk.State.Note?.Contains("does not answer", StringComparison.Ordinal) == true);
    }

    private sealed class RecordedGestures : IParameterGestures
    {
        public List<string> Calls { get; } = [];

        public void BeginEdit(uint id) => Calls.Add($"begin {id}");

        public void PerformEdit(uint id, double normalized) => Calls.Add($"perform {id} {normalized}");

        public void EndEdit(uint id) => Calls.Add($"end {id}");
    }
}
