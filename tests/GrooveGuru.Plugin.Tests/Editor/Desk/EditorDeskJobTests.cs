using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Plugin.BridgeClient;
using GrooveGuru.Plugin.Parameters;

namespace GrooveGuru.Plugin.Tests.Editor.Desk;

public sealed class EditorDeskJobTests : IDisposable
{
    private readonly DeskFixture _desk = new();

    private Job Newest => _desk.State.Jobs[0];

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Job_FromItsStart_IsFollowedToItsFiles()
    {
        _desk.ConnectAndHear();

        _desk.Desk.StartJob("midi");
        Assert.Equal((JobKind.Midi, JobState.Queued), (Newest.Kind, Newest.State));
        DeskFixture.Await(() => Newest.Phase == "Waiting");
        Say(1, JobState.Working, progress: 0.5);
        DeskFixture.Await(() => Newest is { State: JobState.Working, Progress: 0.5 });
        Job done = new() { JobId = "job-1", Kind = JobKind.Midi, State = JobState.Done, Progress = 1 };
        done.Files.Add(new JobFile { Path = "/library/ab12/melody.mid", Name = "melody", DropPath = "/drops/Bass - melody.mid" });
        _desk.Bridge.Calls.Say(done);

        DeskFixture.Await(() => Newest.State == JobState.Done);
        Assert.Equal("/drops/Bass - melody.mid", Newest.Files[0].Path);
        Assert.Equal("track-1", _desk.Bridge.Calls.Started.Single().TrackId);
    }

    [Theory]
    [InlineData("midi", true)]
    [InlineData("stems", false)]
    public void Job_OfNotes_AsksForAPreview(string service, bool isWanted)
    {
        _desk.ConnectAndHear();

        _desk.Desk.StartJob(service);

        DeskFixture.Await(() => !_desk.Bridge.Calls.Started.IsEmpty);
        Assert.Equal(isWanted ? new MidiOptions { Preview = true } : null, _desk.Bridge.Calls.Started.Single().Midi);
    }

    [Fact]
    public void Job_ThatIsDoneWithANotice_TellsIt()
    {
        _desk.ConnectAndHear();
        _desk.Desk.StartJob("midi");
        DeskFixture.Await(() => Newest.Phase == "Waiting");

        _desk.Bridge.Calls.Say(new Job
        {
            JobId = "job-1",
            Kind = JobKind.Midi,
            State = JobState.Done,
            Notice = "These are the library's own files.",
        });

        DeskFixture.Await(() => _desk.State.Note == "These are the library's own files.");
        Assert.Equal(JobState.Done, Newest.State);
    }

    [Fact]
    public void Job_OfAKindThatIsUnderWay_IsNotStartedTwice()
    {
        _desk.ConnectAndHear();
        _desk.Desk.StartJob("stems");
        DeskFixture.Await(() => Newest.Phase == "Waiting");

        _desk.Desk.StartJob("stems");

        Assert.Single(_desk.State.Jobs);
        Assert.Contains("made already", _desk.State.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GrpcStatusCode.ResourceExhausted, "32 jobs are waiting already", "32 jobs are waiting already")]
    [InlineData(GrpcStatusCode.DeadlineExceeded, "late", "does not answer")]
    [InlineData(GrpcStatusCode.Unavailable, "gone", "connection to the bridge was lost")]
    public void Job_ThatIsRefused_SaysWhy(GrpcStatusCode code, string detail, string said)
    {
        _desk.ConnectAndHear();
        _desk.Bridge.Calls.Failure = new GrpcException(code, detail);

        _desk.Desk.StartJob("stems");

        DeskFixture.Await(() => Newest.State == JobState.Failed);
        Assert.Contains(said, Newest.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Job_WithoutABridge_IsANoteOnly()
    {
        _desk.Desk.StartJob("stems");

        Assert.Empty(_desk.State.Jobs);
        Assert.Equal(_desk.State.WhyNoJob, _desk.State.Note);
    }

    [Fact]
    public void Job_OfAnUnknownService_IsANoteOnly()
    {
        _desk.ConnectAndHear();

        _desk.Desk.StartJob("karaoke");

        Assert.Empty(_desk.State.Jobs);
        Assert.Contains("karaoke", _desk.State.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Job_Cancelled_IsCancelledAtTheBridge()
    {
        _desk.ConnectAndHear();
        _desk.Desk.StartJob("stems");
        DeskFixture.Await(() => Newest.Phase == "Waiting");

        _desk.Desk.CancelJob(Newest.JobId);

        Assert.Equal("Cancelling", Newest.Phase);
        DeskFixture.Await(() => _desk.Bridge.Calls.Cancelled.Contains("job-1"));
        Say(1, JobState.Working, progress: 0.9);
        DeskFixture.Await(() => Newest is { Progress: 0.9, Phase: "Cancelling" });
        Say(1, JobState.Cancelled);
        DeskFixture.Await(() => Newest.State == JobState.Cancelled);
    }

    [Fact]
    public void Job_CancelledBeforeTheBridgeNamedIt_IsCancelledAfterwards()
    {
        _desk.ConnectAndHear();
        using SemaphoreSlim answers = new(0);
        _desk.Bridge.Calls.Hold = answers;
        _desk.Desk.StartJob("stems");
        _desk.Desk.CancelJob(Newest.JobId);

        answers.Release(10);

        DeskFixture.Await(() => _desk.Bridge.Calls.Cancelled.Contains("job-1"));
    }

    [Fact]
    public void Job_OverALossOfTheConnection_IsFollowedAgain()
    {
        _desk.ConnectAndHear();
        _desk.Desk.StartJob("stems");
        DeskFixture.Await(() => _desk.Bridge.Calls.Watched.Count == 1);
        _desk.Bridge.Die();
        DeskFixture.Await(() => Newest.Phase == "Waiting for the bridge");

        _desk.Bridge.Rise(processId: 1);

        DeskFixture.Await(() => _desk.Bridge.Calls.Watched.Count(id => id == "job-1") >= 2 && _desk.State.Bridge == BridgeState.Connected);
        Say(1, JobState.Done);
        DeskFixture.Await(() => Newest.State == JobState.Done);
    }

    [Fact]
    public void Job_OfABridgeThatIsNoMore_HasFailedAndIsNotMistakenForAnother()
    {
        _desk.ConnectAndHear();
        _desk.Desk.StartJob("stems");
        DeskFixture.Await(() => _desk.Bridge.Calls.Watched.Count == 1);
        _desk.Bridge.Die();
        DeskFixture.Await(() => _desk.State.Bridge != BridgeState.Connected);
        _desk.Bridge.Rise(processId: 2);
        DeskFixture.Await(() => Newest.State == JobState.Failed);
        Assert.Contains("once more", Newest.Error, StringComparison.Ordinal);

        _desk.Desk.StartJob("stems"); // which the new bridge calls job-1 again
        DeskFixture.Await(() => Newest.Phase == "Waiting");
        Say(1, JobState.Done);

        DeskFixture.Await(() => Newest.State == JobState.Done);
        Assert.Equal([JobState.Done, JobState.Failed], _desk.State.Jobs.Select(job => job.State));
    }

    [Fact]
    public void Jobs_OverTheYears_AreBounded()
    {
        _desk.ConnectAndHear();
        _desk.Bridge.Calls.Failure = new GrpcException(GrpcStatusCode.Internal, "no");
        for (int round = 0; round < 2 * JobBoard.MaxJobs; round++)
        {
            _desk.Desk.StartJob("stems");
            DeskFixture.Await(() => Newest.State == JobState.Failed);
        }

        Assert.Equal(JobBoard.MaxJobs, _desk.State.Jobs.Count);
    }

    private void Say(int job, JobState state, double progress = 0)
    {
        DeskFixture.Await(() => _desk.Bridge.Calls.Started.Count >= job);
        _desk.Bridge.Calls.Say(new Job { JobId = $"job-{job}", Kind = JobKind.Stems, State = state, Progress = progress });
    }
}
