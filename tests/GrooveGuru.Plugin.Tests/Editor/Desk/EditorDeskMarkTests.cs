using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Plugin.Parameters;

namespace GrooveGuru.Plugin.Tests.Editor.Desk;

public sealed class EditorDeskMarkTests : IDisposable
{
    private readonly DeskFixture _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Mark_OnAReport_ShowsAtOnceAndReachesTheBridge()
    {
        _desk.Connect();
        Hear(_desk, RecommendationStatus.Open);

        _desk.Desk.Mark("a", RecommendationStatus.Dismissed);

        Assert.Equal(RecommendationStatus.Dismissed, Status(_desk));
        DeskFixture.Await(() => !_desk.Bridge.Calls.Marks.IsEmpty);
        MarkRequest sent = _desk.Bridge.Calls.Marks.Single();
        Assert.Equal(("track-1", "a", RecommendationStatus.Dismissed), (sent.TrackId, sent.RecommendationId, sent.Status));
    }

    [Fact]
    public void Mark_WithoutABridge_IsToldToTheNextOne()
    {
        _desk.Connect();
        Hear(_desk, RecommendationStatus.Open);
        _desk.Bridge.Die();
        DeskFixture.Await(() => _desk.State.Bridge != BridgeState.Connected);

        _desk.Desk.Mark("a", RecommendationStatus.TriedByUser);

        Assert.Equal(RecommendationStatus.TriedByUser, Status(_desk));
        _desk.Bridge.Rise(processId: 2);
        DeskFixture.Await(() => _desk.State.Bridge == BridgeState.Connected);
        Assert.Empty(_desk.Bridge.Calls.Marks);
        Hear(_desk, RecommendationStatus.Open);
        DeskFixture.Await(() => _desk.Bridge.Calls.Marks.Any(mark => mark.Status == RecommendationStatus.TriedByUser));
    }

    [Fact]
    public void Mark_ThatTheBridgeDoesNotAnswer_IsKeptAndSaidSo()
    {
        _desk.Connect();
        Hear(_desk, RecommendationStatus.Open);
        _desk.Bridge.Calls.Failure = new GrpcException(GrpcStatusCode.DeadlineExceeded, "late");

        _desk.Desk.Mark("a", RecommendationStatus.Dismissed);

        DeskFixture.Await(() => _desk.State.Note?.Contains("kept with the project", StringComparison.Ordinal) == true);
        Assert.Equal(RecommendationStatus.Dismissed, Status(_desk));
        _desk.Bridge.Calls.Failure = null;
        Hear(_desk, RecommendationStatus.Open, reportNumber: 2);
        DeskFixture.Await(() => !_desk.Bridge.Calls.Marks.IsEmpty);
    }

    [Fact]
    public void Dismissed_InASavedProject_IsToldToAFreshBridgeWithEachReport()
    {
        _desk.Desk.Mark("a", RecommendationStatus.Dismissed);
        using DeskFixture opened = new();
        opened.Instance.TryLoadState(_desk.Instance.SaveState());
        opened.Connect();

        Hear(opened, RecommendationStatus.Open);
        DeskFixture.Await(() => opened.Bridge.Calls.Marks.Count == 1);
        Assert.Equal(RecommendationStatus.Dismissed, opened.Bridge.Calls.Marks.Single().Status);
        Hear(opened, RecommendationStatus.Dismissed, reportNumber: 2);
        Hear(opened, RecommendationStatus.Open, reportNumber: 3);

        DeskFixture.Await(() => opened.Bridge.Calls.Marks.Count == 2);
    }

    [Fact]
    public void Tried_InASavedProject_IsToldOnceToEachBridge()
    {
        _desk.Desk.Mark("a", RecommendationStatus.TriedByUser);
        using DeskFixture opened = new();
        opened.Instance.TryLoadState(_desk.Instance.SaveState());
        opened.Connect();
        Hear(opened, RecommendationStatus.Open);
        DeskFixture.Await(() => opened.Bridge.Calls.Marks.Count == 1);

        // It has measured again since and knows better.
        Hear(opened, RecommendationStatus.Open, reportNumber: 2);
        Hear(opened, RecommendationStatus.Open, reportNumber: 3);

        Assert.Single(opened.Bridge.Calls.Marks);
        Assert.Equal(RecommendationStatus.Open, Status(opened));
    }

    [Fact]
    public void Tried_AndMeasuredSince_IsForgotten()
    {
        _desk.Connect();
        Hear(_desk, RecommendationStatus.Open);
        _desk.Desk.Mark("a", RecommendationStatus.TriedByUser);
        DeskFixture.Await(() => !_desk.Bridge.Calls.Marks.IsEmpty);
        int marked = _desk.Instance.SaveState().Length;

        TrackReport report = new() { ReportNumber = 2 };
        report.FollowUps.Add(new FollowUp { RecommendationId = "a", Status = RecommendationStatus.Confirmed });
        _desk.Say(report);

        DeskFixture.Await(() => _desk.Instance.SaveState().Length < marked);
    }

    [Fact]
    public void Mark_TakenBack_IsNotSaved()
    {
        byte[] without = _desk.Instance.SaveState();
        _desk.Desk.Mark("a", RecommendationStatus.Dismissed);
        Assert.NotEqual(without, _desk.Instance.SaveState());

        _desk.Desk.Mark("a", RecommendationStatus.Open);

        Assert.Equal(without, _desk.Instance.SaveState());
    }

    [Fact]
    public void Mark_ThatTheBridgeRefuses_IsKeptShownAndToldAgainWithTheNextReport()
    {
        _desk.Connect();
        Hear(_desk, RecommendationStatus.Open);
        _desk.Bridge.Calls.Failure = new GrpcException(GrpcStatusCode.NotFound, "There is no such recommendation.");

        _desk.Desk.Mark("a", RecommendationStatus.TriedByUser);

        DeskFixture.Await(() => _desk.State.Note?.Contains("not taken by the bridge", StringComparison.Ordinal) == true);
        Assert.Contains("There is no such recommendation", _desk.State.Note, StringComparison.Ordinal);
        Assert.Equal(RecommendationStatus.TriedByUser, Status(_desk));
        _desk.Bridge.Calls.Failure = null;
        Hear(_desk, RecommendationStatus.Open, reportNumber: 2);
        Assert.Equal(RecommendationStatus.TriedByUser, Status(_desk));
        DeskFixture.Await(() => _desk.Bridge.Calls.Marks.Any(mark => mark.Status == RecommendationStatus.TriedByUser));
    }

    [Fact]
    public void Mark_ThatOneBridgeRefused_IsToldToTheNextOne()
    {
        _desk.Connect();
        Hear(_desk, RecommendationStatus.Open);
        _desk.Bridge.Calls.Failure = new GrpcException(GrpcStatusCode.Unimplemented, "no marks");
        _desk.Desk.Mark("a", RecommendationStatus.TriedByUser);
        DeskFixture.Await(() => _desk.State.Note is not null);
        _desk.Bridge.Die();
        DeskFixture.Await(() => _desk.State.Bridge != BridgeState.Connected);

        _desk.Bridge.Rise(processId: 2);
        DeskFixture.Await(() => _desk.State.Bridge == BridgeState.Connected);
        Hear(_desk, RecommendationStatus.Open);

        DeskFixture.Await(() => !_desk.Bridge.Calls.Marks.IsEmpty);
    }

    [Fact]
    public void Mark_ThatWasRefusedAndMeasuredSince_IsNotToldOverTheMeasure()
    {
        _desk.Connect();
        Hear(_desk, RecommendationStatus.Open);
        _desk.Bridge.Calls.Failure = new GrpcException(GrpcStatusCode.NotFound, "not now");
        _desk.Desk.Mark("a", RecommendationStatus.TriedByUser);
        DeskFixture.Await(() => _desk.State.Note is not null);
        _desk.Bridge.Calls.Failure = null;

        Hear(_desk, RecommendationStatus.Confirmed, reportNumber: 2);
        _desk.Desk.Mark("b", RecommendationStatus.Dismissed); // told after whatever waits

        DeskFixture.Await(() => !_desk.Bridge.Calls.Marks.IsEmpty);
        Assert.Equal(RecommendationStatus.Confirmed, Status(_desk));
        Assert.DoesNotContain(_desk.Bridge.Calls.Marks, mark => mark.RecommendationId == "a");
    }

    private static RecommendationStatus? Status(DeskFixture desk) => desk.State.Report?.Recommendations.Single().Status;

    private static void Hear(DeskFixture desk, RecommendationStatus status, int reportNumber = 1)
    {
        TrackReport before = desk.State.Report ?? new TrackReport();
        TrackReport report = DeskFixture.Report(("a", status));
        report.ReportNumber = reportNumber;
        desk.Say(report);
        DeskFixture.Await(() => desk.State.Report is { } now && !ReferenceEquals(now, before) && now.ReportNumber == reportNumber);
    }
}
