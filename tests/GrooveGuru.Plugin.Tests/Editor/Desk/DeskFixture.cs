using System.Diagnostics;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.BridgeClient;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Desk;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Tests.BridgeClient;

namespace GrooveGuru.Plugin.Tests.Editor.Desk;

/// <summary>An instance with its desk, a bridge in memory, and a folder for the user's choices.</summary>
internal sealed class DeskFixture : IDisposable
{
    public DeskFixture(IBridgeGateway? gateway = null)
    {
        Folder = Directory.CreateTempSubdirectory("gg-desk-").FullName;
        Preferences = new UserPreferences(new PreferencesFile(Path.Combine(Folder, "config")));
        Instance = new PluginInstance(
            gateway ?? Bridge, Bridge, new DeskSurroundings(Preferences, Files, Clock), new EndPatience());
    }

    public string Folder { get; }

    public FakeBridge Bridge { get; } = new();

    public FakeDesktop Files { get; } = new();

    public ManualTime Clock { get; } = new();

    public UserPreferences Preferences { get; }

    public PluginInstance Instance { get; }

    public IEditorDesk Desk => Instance.Desk;

    public EditorState State => Desk.State;

    public static TrackReport Report(params (string Id, RecommendationStatus Status)[] advice)
    {
        TrackReport report = new() { TrackId = "track-1", ReportNumber = 1 };
        report.Recommendations.AddRange(advice.Select(item => new Recommendation { Id = item.Id, Status = item.Status }));
        return report;
    }

    /// <summary>Switches the instance on and waits until the bridge has heard it.</summary>
    public DeskFixture Connect()
    {
        Instance.SetActive(true);
        Await(() => State.Bridge == BridgeState.Connected);
        return this;
    }

    public DeskFixture ConnectAndHear(double seconds = 10)
    {
        Connect();
        Bridge.Say(new CaptureDown { Running = new RunningMeasures { HeardSeconds = seconds } });
        Await(() => State.HeardSeconds == seconds);
        return this;
    }

    public void Say(TrackReport report) => Bridge.Say(new CaptureDown { Report = report });

    // Generous: it only decides how long a failing test takes.
    public static void Await(Func<bool> condition)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60), "waited in vain");
            Thread.Sleep(5);
        }
    }

    public void Dispose()
    {
        Instance.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
