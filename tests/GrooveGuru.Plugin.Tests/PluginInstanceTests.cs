using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.State;
using GrooveGuru.Plugin.Tests.Editor.Desk;

namespace GrooveGuru.Plugin.Tests;

public sealed class PluginInstanceTests : IDisposable
{
    private readonly DeskFixture _desk = new();
    private int _changes;

    public PluginInstanceTests() => _desk.Instance.Changed = () => _changes++;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Changed_AfterEachThingThatTheUserChanges_IsRaisedOnce()
    {
        EditorPreferences preferences = _desk.Desk.Preferences;
        (string What, Action Do)[] wishes =
        [
            ("a name", () => _desk.Desk.SetTrackName("Bass")),
            ("a role", () => _desk.Desk.SetTrackRole(TrackRole.Bass)),
            ("advice done", () => _desk.Desk.Mark("eq.rumble", RecommendationStatus.TriedByUser)),
            ("advice dismissed", () => _desk.Desk.Mark("eq.rumble", RecommendationStatus.Dismissed)),
            ("advice open again", () => _desk.Desk.Mark("eq.rumble", RecommendationStatus.Open)),
            ("the window's size", () => _desk.Desk.Preferences = preferences with { Width = 901 }),
            ("the window's tab", () => _desk.Desk.Preferences = preferences with { Width = 901, Tab = "advice" }),
            ("no name", () => _desk.Desk.SetTrackName("")),
            ("no role", () => _desk.Desk.SetTrackRole(TrackRole.Unspecified)),
        ];
        foreach ((string what, Action wish) in wishes)
        {
            byte[] before = _desk.Instance.SaveState();
            _changes = 0;

            wish();
            Assert.True(_changes == 1, $"{what}: {_changes}");
            Assert.NotEqual(before, _desk.Instance.SaveState());

            wish();
            Assert.True(_changes == 1, $"{what} once more: {_changes}");
        }
    }

    [Fact]
    public void Changed_WhenTheStateIsReadInIt_HasWhatWasChanged()
    {
        byte[]? saved = null;
        _desk.Instance.Changed = () => saved = _desk.Instance.SaveState();

        _desk.Desk.SetTrackName("Bass");

        Assert.Equal("Bass", PluginStateFormat.Read(saved)!.UserTrackName);
    }

    [Fact]
    public void Changed_ForWhatHostAndBridgeSay_IsNotRaised()
    {
        byte[] saved = _desk.Instance.SaveState();
        _desk.ConnectAndHear();
        _desk.Desk.Mark("a", RecommendationStatus.TriedByUser);
        _changes = 0;

        _desk.Instance.SetHostTrack("Audio 1", 0xFF336699, 3);
        _desk.Desk.SetBypass(true); // the host hears of it as of any parameter
        TrackReport measured = new() { ReportNumber = 1 };
        measured.FollowUps.Add(new FollowUp { RecommendationId = "a", Status = RecommendationStatus.Confirmed });
        _desk.Say(measured);
        DeskFixture.Await(() => _desk.State.Report is not null);
        _desk.Desk.Preferences = _desk.Desk.Preferences with { ShowsTooltips = !_desk.Desk.Preferences.ShowsTooltips };
        Assert.True(_desk.Instance.TryLoadState(saved));

        Assert.Equal(0, _changes);
    }

    [Fact]
    public void State_SavedAndLoaded_BringsRoleColourAndNumberBack()
    {
        _desk.Instance.SetHostTrack("Audio 1", 0xFF336699, 3);
        _desk.Desk.SetTrackRole(TrackRole.Pad);
        using DeskFixture other = new();

        Assert.True(other.Instance.TryLoadState(_desk.Instance.SaveState()));

        Assert.Equal((TrackRole.Pad, 0xFF336699u, 3), (other.State.TrackRole, other.State.TrackColor, other.State.TrackNumber));
    }

    [Fact]
    public void State_LoadedAfterTheHostHasTold_KeepsWhatTheHostSays()
    {
        _desk.Instance.SetHostTrack("Audio 1", 0xFF336699, 3);
        using DeskFixture other = new();
        other.Instance.SetHostTrack("Audio 2", 0xFF000001, 4);

        Assert.True(other.Instance.TryLoadState(_desk.Instance.SaveState()));

        Assert.Equal(("Audio 2", 0xFF000001u, 4), (other.State.TrackName, other.State.TrackColor, other.State.TrackNumber));
    }

    [Fact]
    public void State_LoadedAfterAnother_BringsItsOwnNameColourAndNumber()
    {
        PluginInstance instance = _desk.Instance;
        Assert.True(instance.TryLoadState(Saved("Audio 1", 0xFF336699, 3)));

        Assert.True(instance.TryLoadState(Saved("Audio 2", 0xFF000001, 4)));
        Assert.Equal(("Audio 2", 0xFF000001u, 4), (instance.Title.HostName, instance.Title.Color, instance.Title.Number));

        instance.SetHostTrack(name: null, color: 0xFF00FF00, number: null);
        Assert.True(instance.TryLoadState(Saved("Audio 3", 0xFF000005, number: null)));
        Assert.Equal(("Audio 3", 0xFF00FF00u, null), (instance.Title.HostName, instance.Title.Color, instance.Title.Number));

        static byte[] Saved(string name, uint? color, int? number)
            => PluginStateFormat.Write(new PluginState { HostTrackName = name, TrackColor = color, TrackNumber = number });
    }

    [Fact]
    public void Role_OfANewerVersion_IsKeptAndSentButNotShown()
    {
        byte[] newer = PluginStateFormat.Write(new PluginState { TrackRole = (TrackRole)77 });

        Assert.True(_desk.Instance.TryLoadState(newer));
        _desk.Connect();

        Assert.Equal(TrackRole.Unspecified, _desk.State.TrackRole);
        Assert.Equal((TrackRole)77, PluginStateFormat.Read(_desk.Instance.SaveState())!.TrackRole);
        Assert.Equal((TrackRole)77, _desk.Bridge.Received[0].Hello.Identity.Role);
        _desk.Desk.SetTrackRole(TrackRole.Lead);
        Assert.Equal(TrackRole.Lead, _desk.State.TrackRole);
        DeskFixture.Await(() => _desk.Bridge.Received.Any(message => message.Identity?.Role == TrackRole.Lead));
    }

    [Theory]
    [InlineData(TrackRole.Unknown)]
    [InlineData((TrackRole)77)]
    [InlineData((TrackRole)(-1))]
    public void Role_ThatNobodyCanSay_LeavesItToTheBridge(TrackRole role)
    {
        _desk.Desk.SetTrackRole(TrackRole.Bass);

        _desk.Desk.SetTrackRole(role);

        Assert.Equal(TrackRole.Unspecified, _desk.Instance.Title.Role);
    }
}
