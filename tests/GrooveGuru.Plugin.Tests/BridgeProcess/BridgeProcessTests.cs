using System.Diagnostics;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.BridgeClient;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Tests.Editor.Desk;
using Xunit.Abstractions;

namespace GrooveGuru.Plugin.Tests.BridgeProcess;

/// <summary>The desk with the real bridge, which is killed, hangs, is silent, has no room, or is somebody else's.</summary>
public sealed class BridgeProcessTests(ITestOutputHelper output) : IDisposable
{
    // So long that a job on it is seen at work, even by a client that has just begun.
    private const double LongSeconds = 300;

    private const string Level = "gain.level";
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-bridge-").FullName;

    private EndpointLocation Location => new(Path.Combine(_folder, "run"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [UnixFact]
    public void Track_ThatPlays_GetsAReportAndMarksAndFilesWithTellingNames()
    {
        using RunningBridge bridge = new(_folder);
        using PlayedTrack track = new PlayedTrack(Location).SwitchOn();
        track.Desk.SetTrackName("João's bass / take #1");
        DeskFixture.Await(() => track.State.Services.Contains("midi"));
        track.Play(seconds: 6, gain: 0.01f);
        DeskFixture.Await(() => track.State.Report?.Final == true && track.State.WhyNoJob is null);

        TimeSpan marked = Time("a mark, until the bridge tells it to another client", () =>
        {
            track.Desk.Mark(Level, RecommendationStatus.TriedByUser);
            DeskFixture.Await(() => bridge.Report(track.State.Report!.TrackId).Recommendations
                .Single(item => item.Id == Level).Status == RecommendationStatus.TriedByUser);
        });
        TimeSpan done = Time("stems of 6 s", () =>
        {
            track.Desk.StartJob("stems");
            DeskFixture.Await(() => track.State.Jobs[0].State is JobState.Done or JobState.Failed);
        });
        TimeSpan again = Time("the same stems from the library", () =>
        {
            track.Desk.StartJob("stems");
            DeskFixture.Await(() => track.State.Jobs.Count == 2 && track.State.Jobs[0].State is JobState.Done or JobState.Failed);
        });

        string[] files = [.. track.State.Jobs[0].Files.Select(file => file.Path)];
        Assert.Equal(
            ["João's bass take #1 - harmonic.wav", "João's bass take #1 - percussive.wav"], files.Select(Path.GetFileName).Order());
        Assert.Equal(files, track.State.Jobs[1].Files.Select(file => file.Path));
        bridge.Kill();
        Assert.All(files, file => Assert.True(new FileInfo(file).Length > 100_000));
        Assert.True(marked < TimeSpan.FromSeconds(2) && again < done + TimeSpan.FromSeconds(2));
    }

    [UnixFact]
    public void Dismissed_InASavedProject_StaysSoWithAFreshBridge()
    {
        byte[] saved;
        using (RunningBridge first = new(_folder))
        using (PlayedTrack track = new PlayedTrack(Location).SwitchOn())
        {
            track.Play(seconds: 5, gain: 0.01f);
            DeskFixture.Await(() => track.State.Report?.Recommendations.Any(item => item.Id == Level) == true);
            track.Desk.Mark(Level, RecommendationStatus.Dismissed);
            saved = track.Instance.SaveState();
            output.WriteLine($"state with one mark: {saved.Length} bytes");
            first.Kill();
        }

        using RunningBridge fresh = new(_folder);
        using PlayedTrack opened = new(Location);
        Assert.True(opened.Instance.TryLoadState(saved));
        opened.SwitchOn().Play(seconds: 5, gain: 0.01f);

        DeskFixture.Await(() => opened.State.Report is { Final: true } report
            && report.Recommendations.FirstOrDefault(item => item.Id == Level)?.Status is null or RecommendationStatus.Dismissed);
        int first5 = opened.State.Report!.ReportNumber;
        opened.Play(seconds: 7, gain: 0.01f);
        DeskFixture.Await(() => opened.State.Report is { Final: true } report && report.ReportNumber > first5);

        // The bridge itself knows: it does not give the advice again, and follows it up as dismissed.
        Assert.DoesNotContain(opened.State.Report!.Recommendations, item => item.Id == Level);
        Assert.Contains(
            opened.State.Report!.FollowUps, item => item.RecommendationId == Level && item.Status == RecommendationStatus.Dismissed);
    }

    [UnixFact]
    public void Bridge_KilledWhileAJobRuns_IsSaidAndTheNextOneWorks()
    {
        RunningBridge bridge = new(_folder);
        using PlayedTrack track = new PlayedTrack(Location).SwitchOn();
        track.Play(LongSeconds, gain: 0.5f);
        DeskFixture.Await(() => track.State.WhyNoJob is null && track.State.HeardSeconds > LongSeconds - 1);
        track.Desk.StartJob("stems");
        DeskFixture.Await(() => track.State.Jobs[0].State == JobState.Working);

        bridge.Kill();
        bridge.Dispose();
        DeskFixture.Await(() => track.State.Bridge != BridgeState.Connected);
        Assert.NotNull(track.State.Problem);
        using RunningBridge next = new(_folder);
        DeskFixture.Await(() => track.State.Bridge == BridgeState.Connected);

        DeskFixture.Await(() => track.State.Jobs[0].State == JobState.Failed);
        Assert.Contains("play the part again", track.State.Jobs[0].Error, StringComparison.Ordinal);
        track.Play(seconds: 5, gain: 0.5f);
        DeskFixture.Await(() => track.State.HeardSeconds is > 0 and < 50);
        track.Desk.StartJob("stems");
        DeskFixture.Await(() => track.State.Jobs[0].State == JobState.Done);
        Assert.False(Directory.Exists(Path.Combine(next.Cache, "library", "unfinished"))
            && Directory.EnumerateFileSystemEntries(Path.Combine(next.Cache, "library", "unfinished")).Any());
    }

    [UnixFact]
    public void Bridge_ThatHangs_IsNoticedWithinTenSecondsAndItsJobIsFoundAgain()
    {
        using RunningBridge bridge = new(_folder);
        using PlayedTrack track = new PlayedTrack(Location).SwitchOn();
        track.Play(LongSeconds, gain: 0.5f);
        DeskFixture.Await(() => track.State.WhyNoJob is null && track.State.HeardSeconds > LongSeconds - 1);
        track.Desk.StartJob("stems");
        DeskFixture.Await(() => track.State.Jobs[0].State == JobState.Working);

        bridge.Hang();
        TimeSpan noticed = Time("to notice a bridge that hangs", () => DeskFixture.Await(() => track.State.Bridge != BridgeState.Connected));
        Assert.True(noticed < TimeSpan.FromSeconds(10), $"{noticed}");
        DeskFixture.Await(() => track.State.Problem!.Contains("does not answer", StringComparison.Ordinal));
        Assert.Contains($"process {bridge.Id}", track.State.Problem, StringComparison.Ordinal);
        bridge.GoOn();

        DeskFixture.Await(() => track.State.Bridge == BridgeState.Connected);
        DeskFixture.Await(() => track.State.Jobs[0].State == JobState.Done);
    }

    [UnixFact]
    public void Instances_BesideABridgeThatHangs_CloseSoon()
    {
        using RunningBridge bridge = new(_folder);
        EndPatience shared = new();
        PlayedTrack[] tracks = [.. Enumerable.Range(0, 8).Select(_ => new PlayedTrack(Location, shared).SwitchOn())];
        DeskFixture.Await(() => tracks.All(track => track.State.Bridge == BridgeState.Connected));
        bridge.Hang();

        TimeSpan first = Time("to close the first instance beside a bridge that hangs", tracks[0].Dispose);
        TimeSpan others = Time("to close seven more", () => Array.ForEach(tracks[1..], track => track.Dispose()));

        Assert.True(first < TimeSpan.FromSeconds(4), $"{first}");
        Assert.True(others < TimeSpan.FromSeconds(4), $"{others}");
    }

    [UnixFact]
    public void Bridge_ThatNeverSaysAWord_IsNamedAndClosingIsNotHeldUp()
    {
        using SilentBridge bridge = new(Location);
        PlayedTrack track = new PlayedTrack(Location).SwitchOn();
        TimeSpan noticed = Time(
            "to notice a bridge that takes the call and is silent",
            () => DeskFixture.Await(() => track.State.Problem?.Contains("does not answer", StringComparison.Ordinal) == true));
        track.Desk.AnalyzeNow();
        track.Desk.StartJob("stems");
        Assert.NotNull(track.State.Note);

        TimeSpan closed = Time("to close beside it", track.Dispose);
        PlayedTrack next = new PlayedTrack(Location).SwitchOn();
        Thread.Sleep(300); // its call is under way
        TimeSpan closedAtOnce = Time("to close beside it while the first call is under way", next.Dispose);

        Assert.True(noticed < TimeSpan.FromSeconds(6), $"{noticed}");
        Assert.True(closed < TimeSpan.FromSeconds(4) && closedAtOnce < TimeSpan.FromSeconds(4), $"{closed}, {closedAtOnce}");
    }

    [UnixFact]
    public void Bridge_WithAFullDisk_SaysSoAndTheTrackGoesOn()
    {
        // No file may grow beyond 512 KiB, as on a disk with so much room; the runtime's own code memory is a file too, else.
        using RunningBridge bridge = new(_folder, "trap '' XFSZ; ulimit -f 1024; export DOTNET_EnableWriteXorExecute=0;");
        using PlayedTrack track = new PlayedTrack(Location).SwitchOn();
        DeskFixture.Await(() => track.State.Bridge == BridgeState.Connected);

        track.Play(seconds: 60, gain: 0.5f);

        DeskFixture.Await(() => track.State.Problem?.Contains("Free some space", StringComparison.Ordinal) == true);
        Assert.Equal(BridgeState.Connected, track.State.Bridge);
        DeskFixture.Await(() => track.State.HeardSeconds > 3);
    }

    [UnixFact]
    public void Users_OfOneMachine_DoNotSeeEachOthersBridge()
    {
        string other = Directory.CreateDirectory(Path.Combine(_folder, "other user")).FullName;
        using RunningBridge mine = new(_folder);
        using RunningBridge theirs = new(other);
        using PlayedTrack track = new PlayedTrack(Location).SwitchOn();
        track.Desk.SetTrackName("mine");
        using PlayedTrack foreign = new PlayedTrack(theirs.Location).SwitchOn();
        foreign.Desk.SetTrackName("theirs");
        DeskFixture.Await(() => track.State.Bridge == BridgeState.Connected && foreign.State.Bridge == BridgeState.Connected);

        DeskFixture.Await(() => mine.Tracks().Tracks.Any(item => item.Name == "mine"));
        Assert.Single(mine.Tracks().Tracks);
        Assert.DoesNotContain(theirs.Tracks().Tracks, item => item.Name == "mine");

        // Where one's own bridge is gone, the other one is no way out.
        mine.Kill();
        DeskFixture.Await(() => track.State.Problem is not null);
        Assert.Single(theirs.Tracks().Tracks);
    }

    private TimeSpan Time(string what, Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        TimeSpan took = Stopwatch.GetElapsedTime(start);
        output.WriteLine($"{what}: {took.TotalMilliseconds:0} ms");
        return took;
    }
}
