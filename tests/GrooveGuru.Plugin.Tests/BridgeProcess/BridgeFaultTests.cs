using System.Text.Json.Nodes;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Tests.Editor.Desk;
using GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.BridgeProcess;

/// <summary>
/// What happens to the audio and to the open window while something is wrong with the real bridge: every bit passes, nothing waits,
/// and the window says what is wrong.
/// </summary>
public sealed class BridgeFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-fault-").FullName;

    private EndpointLocation Location => new(Path.Combine(_folder, "run"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [UnixTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Bridge_KilledOrStoppedWhileAJobRuns_LeavesTheAudioAlone(bool isOnlyStopped)
    {
        using RunningBridge bridge = new(_folder);
        using PlayedTrack track = new(Location);
        using PlayedAudio audio = new(track.Instance);
        DeskFixture.Await(() => track.State.WhyNoJob is null && track.State.HeardSeconds > 30);
        track.Desk.StartJob("stems");
        DeskFixture.Await(() => track.State.Jobs[0].State is JobState.Preparing or JobState.Working);

        Break(bridge, isOnlyStopped);
        audio.AwaitMore();
        DeskFixture.Await(() => track.State.Bridge != BridgeState.Connected);
        audio.AwaitMore();
        if (!isOnlyStopped)
        {
            return;
        }

        bridge.GoOn();
        DeskFixture.Await(() => track.State.Jobs[0].State is JobState.Done or JobState.Failed);
        audio.AwaitMore();
    }

    [DrawingTheory]
    [InlineData(false, "There is no bridge")]
    [InlineData(true, "does not answer")]
    public void Bridge_KilledOrStoppedWhileTheWindowIsOpen_IsSaidThereAndTheMetersGoOn(bool isOnlyStopped, string said)
    {
        using RunningBridge bridge = new(_folder);
        using PlayedTrack track = new(Location);
        using PlayedAudio audio = new(track.Instance);
        using OpenView window = new(track.Instance);
        DeskFixture.Await(() => track.State.Report is not null);

        Break(bridge, isOnlyStopped);

        window.AwaitText(said);
        long heard = HeardByMeters(track);
        window.AwaitMoves(20);
        Assert.True(HeardByMeters(track) > heard);
        Assert.NotNull(track.State.Report); // what was known stays to be read
        audio.AwaitMore();
        if (isOnlyStopped)
        {
            bridge.GoOn();
            DeskFixture.Await(() => track.State.Bridge == BridgeState.Connected);
            window.AwaitMoves(1);
        }
    }

    [DrawingFact]
    public void Bridge_OfAnotherVersion_IsSaidInTheWindowAndTheAudioPasses()
    {
        using RunningBridge bridge = new(_folder);
        JsonNode announced = JsonNode.Parse(File.ReadAllText(Location.FilePath))!;
        announced["contractVersion"] = 99;
        File.WriteAllText(Location.FilePath, announced.ToJsonString()); // as a newer one writes it
        using PlayedTrack track = new(Location);
        using PlayedAudio audio = new(track.Instance);
        using OpenView window = new(track.Instance);

        window.AwaitText("contract 99");
        window.AwaitText("same version");
        window.AwaitMoves(20);
        audio.AwaitMore();

        Assert.Equal(BridgeState.WrongVersion, track.State.Bridge);
        Assert.Empty(track.State.Services);
    }

    [UnixFact]
    public void Bridge_ThatAnswersSlowly_IsUsedAllTheSameAndTheAudioPasses()
    {
        using RunningBridge bridge = new(_folder);
        EndpointLocation slow = new(Path.Combine(_folder, "slow"));
        using SlowWay way = new(Location, slow, TimeSpan.FromSeconds(0.3));
        using PlayedTrack track = new(slow);
        using PlayedAudio audio = new(track.Instance);

        // So much that the job may outlast the way to it and back; where it was done when it was cancelled, there is more to do the next time.
        DeskFixture.Await(() => track.State is { Report: not null, WhyNoJob: null, HeardSeconds: > 30 });
        track.Desk.SetTrackName("Far away");
        DeskFixture.Await(() => bridge.Tracks().Tracks.Single().Name == "Far away");
        bool isCancelled = false;
        for (int jobs = 1; !isCancelled && jobs <= 8; jobs++)
        {
            track.Desk.StartJob("stems");
            DeskFixture.Await(() => track.State.Jobs.Count == jobs && track.State.Jobs[0].State is not JobState.Queued);
            track.Desk.CancelJob(track.State.Jobs[0].JobId);
            DeskFixture.Await(() => track.State.Jobs[0].State is JobState.Cancelled or JobState.Done);
            isCancelled = track.State.Jobs[0].State == JobState.Cancelled;
        }

        Assert.True(isCancelled);
        audio.AwaitMore();

        Assert.Equal(BridgeState.Connected, track.State.Bridge);
    }

    [UnixFact]
    public void Bridge_ThatNeverSaysAWord_LeavesTheAudioAlone()
    {
        using SilentBridge bridge = new(Location);
        using PlayedTrack track = new(Location);
        using PlayedAudio audio = new(track.Instance);

        DeskFixture.Await(() => track.State.Problem?.Contains("does not answer", StringComparison.Ordinal) == true);

        audio.AwaitMore();
    }

    private static void Break(RunningBridge bridge, bool isOnlyStopped)
    {
        if (isOnlyStopped)
        {
            bridge.Hang();
        }
        else
        {
            bridge.Kill();
        }
    }

    private static long HeardByMeters(PlayedTrack track)
    {
        Assert.True(track.Instance.Processor.MeterFeed.CaughtUp()!.TryRead(out var levels));
        return levels.HeardFrames;
    }
}
