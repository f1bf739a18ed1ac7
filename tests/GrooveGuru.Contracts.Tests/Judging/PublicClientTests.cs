using GrooveGuru.Contracts.Tests.Wire;
using Microsoft.AspNetCore.Http;

namespace GrooveGuru.Contracts.Tests.Judging;

/// <summary>A public gRPC client that we did not write calls our server.</summary>
public sealed class PublicClientTests
{
    [NodeTheory]
    [InlineData("unix")]
    [InlineData("tcp")]
    public async Task OurServer_CalledByGrpcJs_PassesEveryCheck(string over)
    {
        await using TestServer server = await TestServer.StartAsync();
        string target = over == "unix" ? "unix:" + server.Endpoint.SocketPath : $"127.0.0.1:{server.Endpoint.TcpPort}";

        (int exitCode, string output) = await NodeProgram.RunAsync(
            "judge.mjs", "--target", target, "--token", server.Endpoint.Token);

        Assert.True(exitCode == 0, output);
        Assert.Equal(22, output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
        Exception only = Assert.Single(server.Handlers.Unhandled);
        Assert.Equal(TestHandlers.Secret, only.Message);
    }

    [NodeTheory]
    [InlineData("no status", "unary")]
    [InlineData("always Ok", "error-after-messages")]
    [InlineData("always Ok", "error-with-non-ascii-detail")]
    [InlineData("detail cut off", "error-with-non-ascii-detail")]
    [InlineData("another status", "unknown-method")]
    public async Task PlantedFault_InTheStatus_FailsTheJudge(string fault, string check)
    {
        await using (BrokenServer sound = await BrokenServer.StartAsync(_ => { }))
        {
            (int good, string report) = await NodeProgram.RunAsync(
                "judge.mjs", "--target", sound.Target, "--token", BrokenServer.Token, "--only", check);
            Assert.True(good == 0, report);
        }

        await using BrokenServer broken = await BrokenServer.StartAsync(status => Spoil(status, fault));
        (int exitCode, string output) = await NodeProgram.RunAsync(
            "judge.mjs", "--target", broken.Target, "--token", BrokenServer.Token, "--only", check);

        Assert.True(exitCode == 1, output);
        Assert.Contains("FAILED  " + check, output, StringComparison.Ordinal);
    }

    private static void Spoil(IHeaderDictionary status, string fault)
    {
        switch (fault)
        {
            case "no status":
                status.Remove("grpc-status");
                break;
            case "always Ok":
                status["grpc-status"] = "0";
                break;
            case "detail cut off":
                status["grpc-message"] = status["grpc-message"].ToString()[..^1];
                break;
            default:
                status["grpc-status"] = "13";
                break;
        }
    }
}
