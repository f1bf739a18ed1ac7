using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Contracts.Tests.Wire;

public sealed class GrpcCallTests
{
    [Theory]
    [InlineData("unix")]
    [InlineData("tcp")]
    public async Task Unary_OneRequest_OneResponse(string over)
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection connection = server.Connect(over);

        BridgeStatus status = await connection.CallAsync(BridgeMethods.GetStatus, new StatusRequest());

        Assert.Equal("test", status.BridgeVersion);
    }

    [Theory]
    [InlineData("unix")]
    [InlineData("tcp")]
    public async Task ServerStreaming_OneRequest_EveryResponseInOrder(string over)
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection connection = server.Connect(over);

        List<double> progress = [];
        await foreach (Job job in connection.ReadStreamAsync(BridgeMethods.WatchJob, new JobRef { JobId = "j" }))
        {
            progress.Add(job.Progress);
        }

        Assert.Equal([0, 0.5, 1], progress);
    }

    [Theory]
    [InlineData("unix")]
    [InlineData("tcp")]
    public async Task ClientStreaming_ManyRequests_OneResponse(string over)
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection connection = server.Connect(over);

        TrackReport report = await connection.WriteStreamAsync(BridgeMethods.Import, Requests.Song("Ärger 曲", 20));

        Assert.Equal("Ärger 曲", report.TrackName);
        Assert.Equal(20, report.DurationSeconds);
    }

    [Theory]
    [InlineData("unix")]
    [InlineData("tcp")]
    public async Task Duplex_BothSides_AnswersWhileItStillSends(string over)
    {
        await using TestServer server = await TestServer.StartAsync();
        await using GrpcConnection connection = server.Connect(over);
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = connection.OpenDuplex(BridgeMethods.Capture);

        await Requests.ConverseAsync(call, seconds: 5);
    }
}
