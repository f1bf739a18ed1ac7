using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Contracts.Tests.Wire;

/// <summary>Calls that do not end well, between our client and our server.</summary>
public sealed class GrpcFailureTests
{
    [Theory]
    [InlineData("unix", "missing", GrpcStatusCode.NotFound)]
    [InlineData("tcp", "missing", GrpcStatusCode.NotFound)]
    [InlineData("unix", "mapped", GrpcStatusCode.FailedPrecondition)]
    [InlineData("unix", "huge", GrpcStatusCode.ResourceExhausted)]
    public async Task Unary_HandlerGivesAStatus_ClientSeesIt(string over, string word, GrpcStatusCode expected)
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection connection = server.Connect(over);

        GrpcStatus status = await Requests.StatusAsync(Report(connection, word));

        Assert.Equal(expected, status.Code);
        Assert.DoesNotContain(TestHandlers.Secret, status.Detail, StringComparison.Ordinal);
        Assert.Empty(server.Handlers.Unhandled);
        if (word == "missing")
        {
            Assert.Equal(TestHandlers.MissingDetail, status.Detail);
        }
    }

    [Fact]
    public async Task Unary_HandlerThrows_ClientReadsNothingOfItAndTheHookAll()
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection connection = server.Connect("unix");

        GrpcStatus status = await Requests.StatusAsync(Report(connection, "throw"));

        Assert.Equal(GrpcStatusCode.Internal, status.Code);
        Assert.DoesNotContain(TestHandlers.Secret, status.Detail, StringComparison.Ordinal);
        Assert.Equal(TestHandlers.Secret, Assert.Single(server.Handlers.Unhandled).Message);
    }

    [Fact]
    public async Task Unary_LargerThanAllowed_IsRefusedOnTheSideThatSeesIt()
    {
        await using TestServer server = await TestServer.StartAsync();
        string long5MiB = new('x', 5 * 1024 * 1024);
        await using (GrpcConnection careful = server.Connect("unix"))
        {
            Assert.Equal(GrpcStatusCode.ResourceExhausted, (await Requests.StatusAsync(Report(careful, long5MiB))).Code);
        }

        await using (GrpcConnection careless = server.Connect("unix", new GrpcMessageLimits(MaxSendBytes: int.MaxValue)))
        {
            Assert.Equal(GrpcStatusCode.ResourceExhausted, (await Requests.StatusAsync(Report(careless, long5MiB))).Code);
            Assert.Equal(1, (await Report(careless, "next")).ReportNumber);
        }

        await using GrpcConnection small = server.Connect("unix", new GrpcMessageLimits(MaxReceiveBytes: 1000));
        Assert.Equal(GrpcStatusCode.ResourceExhausted, (await Requests.StatusAsync(Report(small, new string('x', 2000)))).Code);
    }

    [Fact]
    public async Task Deadline_Passed_ClientAndHandlerBothSeeIt()
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection connection = server.Connect("unix");
        var deadline = new GrpcCallOptions { Deadline = TimeSpan.FromSeconds(1) };

        Assert.Equal(GrpcStatusCode.DeadlineExceeded, (await Requests.StatusAsync(Report(connection, "slow-d", deadline))).Code);
        await server.Handlers.CancelledAsync("slow-d");
        Assert.Equal(
            GrpcStatusCode.DeadlineExceeded,
            (await Requests.StatusAsync(connection.ReadStreamAsync(BridgeMethods.WatchJob, Job("slow-s"), deadline))).Code);
        await server.Handlers.CancelledAsync("slow-s");
        Assert.Equal(
            GrpcStatusCode.DeadlineExceeded,
            (await Requests.StatusAsync(connection.WriteStreamAsync(BridgeMethods.Import, Requests.Endless("e"), deadline))).Code);
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = connection.OpenDuplex(BridgeMethods.Capture, deadline);
        Assert.Equal(GrpcStatusCode.DeadlineExceeded, (await Requests.StatusAsync(call.Responses)).Code);
    }

    [Fact]
    public async Task Cancel_Unary_HandlersTokenFires()
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection connection = server.Connect("unix");
        using var cancel = new CancellationTokenSource();
        Task<TrackReport> waiting = Report(connection, "slow-c", cancellation: cancel.Token);
        await server.Handlers.BeganAsync("slow-c");
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await server.Handlers.CancelledAsync("slow-c");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Report(connection, "x", cancellation: cancel.Token));
        Assert.Empty(server.Handlers.Unhandled);
    }

    [Fact]
    public async Task Cancel_LeavingTheLoop_HandlersTokenFires()
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection connection = server.Connect("unix");

        await foreach (Job job in connection.ReadStreamAsync(BridgeMethods.WatchJob, Job("slow-b")))
        {
            if (job.Progress == 1)
            {
                break;
            }
        }

        await server.Handlers.CancelledAsync("slow-b");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancel_Duplex_HandlersTokenFires(bool byToken)
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection connection = server.Connect("unix");
        using var cancel = new CancellationTokenSource();
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call =
            connection.OpenDuplex(BridgeMethods.Capture, cancellation: cancel.Token);
        await call.WriteAsync(new CaptureUp { Hello = new Hello { InstanceId = "i" } });
        await using IAsyncEnumerator<CaptureDown> down = call.Responses.GetAsyncEnumerator();
        Assert.True(await down.MoveNextAsync());

        // Nobody reads or writes at this moment.
        if (byToken)
        {
            await cancel.CancelAsync();
        }
        else
        {
            await call.DisposeAsync();
        }

        await server.Handlers.CancelledAsync("capture");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await down.MoveNextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await call.WriteAsync(new CaptureUp()));
        Assert.Empty(server.Handlers.Unhandled);
    }

    [Fact]
    public async Task ClientStreaming_AnsweredBeforeTheEnd_DoesNotWaitForTheRest()
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection connection = server.Connect("unix");

        TrackReport report = await connection.WriteStreamAsync(BridgeMethods.Import, Requests.Endless("enough"))
            .WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("enough", report.TrackName);
        Assert.Equal(
            new GrpcStatus(GrpcStatusCode.InvalidArgument, "rejected before the end"),
            await Requests.StatusAsync(connection.WriteStreamAsync(BridgeMethods.Import, Requests.Endless("reject"))));
    }

    [Fact]
    public async Task ClientStreaming_RequestsThrow_TheirExceptionComesThrough()
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection connection = server.Connect("unix");

        static async IAsyncEnumerable<ImportUp> Broken()
        {
            yield return new ImportUp { Header = new ImportHeader { Name = "b" } };
            await Task.Yield();
            throw new FormatException("the file is torn");
        }

        await Assert.ThrowsAsync<FormatException>(() =>
            connection.WriteStreamAsync(BridgeMethods.Import, Broken()).WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData("unix")]
    [InlineData("tcp")]
    public async Task ServerStopped_InTheMiddleOfStreams_ClientsSeeUnavailable(string over)
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection connection = server.Connect(over);
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = connection.OpenDuplex(BridgeMethods.Capture);
        await call.WriteAsync(new CaptureUp { Hello = new Hello { InstanceId = "i" } });
        await using IAsyncEnumerator<CaptureDown> down = call.Responses.GetAsyncEnumerator();
        Assert.True(await down.MoveNextAsync());
        Task<GrpcStatus> watching = Requests.StatusAsync(connection.ReadStreamAsync(BridgeMethods.WatchJob, Job("slow-w")));
        Task<GrpcStatus> capturing = Requests.StatusAsync(down.MoveNextAsync().AsTask());
        await server.Handlers.BeganAsync("slow-w");

        await server.Server.StopAsync();

        Assert.Equal(GrpcStatusCode.Unavailable, (await watching).Code);
        Assert.Equal(GrpcStatusCode.Unavailable, (await capturing).Code);
        await Assert.ThrowsAsync<GrpcException>(async () =>
        {
            for (int i = 0; i < 100; i++)
            {
                await call.WriteAsync(new CaptureUp { Audio = TestHandlers.Chunk(4800) });
                await Task.Delay(10);
            }
        });
        Assert.Equal(GrpcStatusCode.Unavailable, (await Requests.StatusAsync(Report(connection, "x"))).Code);
        Assert.Empty(server.Handlers.Unhandled);
    }

    [Fact]
    public async Task NoServer_EveryKindOfCall_IsUnavailableWithASentence()
    {
        var nowhere = new BridgeEndpoint(
            ContractVersion.Current, 1, Path.Combine(Path.GetTempPath(), "gg-no-such.sock"), null, "t");
        await using GrpcConnection connection = GrpcConnection.Open(nowhere);

        List<GrpcStatus> ends =
        [
            await Requests.StatusAsync(Report(connection, "x")),
            await Requests.StatusAsync(connection.ReadStreamAsync(BridgeMethods.WatchJob, Job("x"))),
            await Requests.StatusAsync(connection.WriteStreamAsync(BridgeMethods.Import, Requests.Endless("x"))),
        ];
        await using (GrpcDuplexCall<CaptureUp, CaptureDown> call = connection.OpenDuplex(BridgeMethods.Capture))
        {
            ends.Add(await Requests.StatusAsync(call.WriteAsync(new CaptureUp()).AsTask()));
            ends.Add(await Requests.StatusAsync(call.Responses));
        }

        Assert.All(ends, end => Assert.Equal(GrpcStatusCode.Unavailable, end.Code));
        Assert.All(ends, end => Assert.Contains("gg-no-such.sock", end.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SocketGone_PortStillThere_IsUsedInstead()
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection connection =
            GrpcConnection.Open(server.Endpoint with { SocketPath = server.Endpoint.SocketPath + "-gone" });

        Assert.Equal(1, (await Report(connection, "x")).ReportNumber);
    }

    private static JobRef Job(string word) => new() { JobId = word };

    private static Task<TrackReport> Report(
        GrpcConnection connection, string word, GrpcCallOptions? options = null, CancellationToken cancellation = default) =>
        connection.CallAsync(BridgeMethods.GetReport, new ReportRequest { TrackId = word }, options, cancellation);
}
