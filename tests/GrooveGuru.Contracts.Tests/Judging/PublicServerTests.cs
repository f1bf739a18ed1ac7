using GrooveGuru.Contracts.Tests.Wire;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Contracts.Tests.Judging;

/// <summary>Our client calls a server of a public implementation that we did not write.</summary>
public sealed class PublicServerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [NodeTheory]
    [InlineData("unix")]
    [InlineData("tcp")]
    public async Task OurClient_EveryKindOfCall_WorksWithGrpcJs(string over)
    {
        await using PublicServer server = await PublicServer.StartAsync();
        await using GrpcConnection connection = server.Connect(over);
        var deadline = new GrpcCallOptions { Deadline = Patience };

        BridgeStatus status = await connection.CallAsync(BridgeMethods.GetStatus, new StatusRequest(), deadline);
        Assert.Equal("grpc-js", status.BridgeVersion);
        Assert.Equal(1, status.UptimeSeconds);

        List<double> progress = [];
        await foreach (Job job in connection.ReadStreamAsync(BridgeMethods.WatchJob, new JobRef { JobId = "j" }, deadline))
        {
            progress.Add(job.Progress);
        }

        Assert.Equal([0, 0.5, 1], progress);

        TrackReport report = await connection.WriteStreamAsync(BridgeMethods.Import, Requests.Song("Ärger 曲", 10), deadline);
        Assert.Equal(("Ärger 曲", 10), (report.TrackName, report.DurationSeconds));

        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = connection.OpenDuplex(BridgeMethods.Capture, deadline);
        await Requests.ConverseAsync(call, seconds: 5);
    }

    [NodeFact]
    public async Task OurClient_ErrorsOfGrpcJs_CarryCodeAndText()
    {
        await using PublicServer server = await PublicServer.StartAsync();
        await using GrpcConnection connection = server.Connect("unix");

        // Headers only, headers only on a stream, after messages, before the client has sent all, and of a duplex call.
        Assert.Equal(
            new GrpcStatus(GrpcStatusCode.NotFound, TestHandlers.MissingDetail),
            await Requests.StatusAsync(connection.CallAsync(BridgeMethods.GetReport, new ReportRequest { TrackId = "missing" })));
        Assert.Equal(
            new GrpcStatus(GrpcStatusCode.NotFound, TestHandlers.MissingDetail),
            await Requests.StatusAsync(connection.ReadStreamAsync(BridgeMethods.WatchJob, new JobRef { JobId = "nothing" })));
        Assert.Equal(
            new GrpcStatus(GrpcStatusCode.Aborted, "half way 曲"),
            await Requests.StatusAsync(connection.ReadStreamAsync(BridgeMethods.WatchJob, new JobRef { JobId = "fails" })));
        Assert.Equal(
            new GrpcStatus(GrpcStatusCode.InvalidArgument, "rejected before the end"),
            await Requests.StatusAsync(connection.WriteStreamAsync(BridgeMethods.Import, Requests.Endless("reject"))));
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = connection.OpenDuplex(BridgeMethods.Capture);
        await call.WriteAsync(new CaptureUp { Identity = new TrackIdentity() });
        Assert.Equal(
            new GrpcStatus(GrpcStatusCode.FailedPrecondition, TestHandlers.MissingDetail),
            await Requests.StatusAsync(call.Responses));
        Assert.Equal(
            GrpcStatusCode.Unimplemented,
            (await Requests.StatusAsync(connection.CallAsync(BridgeMethods.ListTracks, new ListTracksRequest()))).Code);
    }

    [NodeFact]
    public async Task OurClient_CancelAndDeadline_ReachGrpcJs()
    {
        await using PublicServer server = await PublicServer.StartAsync();
        await using GrpcConnection connection = server.Connect("unix");

        var deadline = new GrpcCallOptions { Deadline = TimeSpan.FromMilliseconds(200) };
        GrpcStatus late = await Requests.StatusAsync(
            connection.CallAsync(BridgeMethods.GetReport, new ReportRequest { TrackId = "slow-0" }, deadline));
        Assert.Equal(GrpcStatusCode.DeadlineExceeded, late.Code);

        // No line is awaited for the deadline: when grpc-js ends the call by its own clock, it does not call that cancelled.
        using var cancelUnary = new CancellationTokenSource();
        Task<TrackReport> unary = connection.CallAsync(
            BridgeMethods.GetReport, new ReportRequest { TrackId = "slow-1" }, cancellation: cancelUnary.Token);
        await server.HearAsync("began slow-1");
        await cancelUnary.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unary);
        await server.HearAsync("cancelled slow-1");

        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Job job in connection.ReadStreamAsync(
                BridgeMethods.WatchJob, new JobRef { JobId = "slow-2" }, cancellation: cancel.Token))
            {
                if (job.Progress == 1)
                {
                    await cancel.CancelAsync();
                }
            }
        });
        await server.HearAsync("cancelled slow-2");

        await using (GrpcDuplexCall<CaptureUp, CaptureDown> call = connection.OpenDuplex(BridgeMethods.Capture))
        {
            await call.WriteAsync(new CaptureUp { Hello = new Hello { InstanceId = "i" } });
            await using IAsyncEnumerator<CaptureDown> down = call.Responses.GetAsyncEnumerator();
            Assert.True(await down.MoveNextAsync());
        }

        await server.HearAsync("cancelled capture");
    }

    [NodeTheory]
    [InlineData("unix")]
    [InlineData("tcp")]
    public async Task OurClient_ServerKilled_IsUnavailableAtOnce(string over)
    {
        await using PublicServer server = await PublicServer.StartAsync();
        await using GrpcConnection connection = server.Connect(over);
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = connection.OpenDuplex(BridgeMethods.Capture);
        await call.WriteAsync(new CaptureUp { Hello = new Hello { InstanceId = "i" } });
        await using IAsyncEnumerator<CaptureDown> down = call.Responses.GetAsyncEnumerator();
        Assert.True(await down.MoveNextAsync());
        ValueTask<bool> next = down.MoveNextAsync();

        server.Kill();

        GrpcException lost = await Assert.ThrowsAsync<GrpcException>(() => next.AsTask().WaitAsync(Patience));
        Assert.Equal(GrpcStatusCode.Unavailable, lost.Code);
        GrpcStatus after = await Requests.StatusAsync(connection.CallAsync(BridgeMethods.GetStatus, new StatusRequest()));
        Assert.Equal(GrpcStatusCode.Unavailable, after.Code);
        Assert.Contains(connection.Peer, after.Detail, StringComparison.Ordinal);
    }
}
