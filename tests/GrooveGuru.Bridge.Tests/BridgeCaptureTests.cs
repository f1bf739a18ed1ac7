using GrooveGuru.Contracts;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Bridge.Tests;

/// <summary>What the plugin's window lives on, over the bridge's socket.</summary>
[Collection(BridgeCollection.Name)]
public sealed class BridgeCaptureTests(BridgeFixture bridge)
{
    private static readonly CancellationTokenSource Patience = new(TimeSpan.FromMinutes(1));

    [Fact]
    public async Task Greeting_OfACapture_TellsTheServices()
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = bridge.Connection.OpenDuplex(
            BridgeMethods.Capture, null, Patience.Token);
        await call.WriteAsync(Hello("services"), Patience.Token);
        IAsyncEnumerator<CaptureDown> responses = call.Responses.GetAsyncEnumerator(); // ends with the call
        Assert.True(await responses.MoveNextAsync());
        BridgeStatus status = await bridge.Connection.CallAsync(BridgeMethods.GetStatus, new StatusRequest(), null, Patience.Token);

        Assert.Equal(["stems", "midi"], responses.Current.Welcome.Services);
        Assert.Equal(status.Services, responses.Current.Welcome.Services);
        Assert.False(status.HasStudioPage);
    }

    [Fact]
    public async Task Analysis_AskedFor_IsSaidFromItsBeginningToItsEnd()
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = bridge.Connection.OpenDuplex(
            BridgeMethods.Capture, null, Patience.Token);
        await call.WriteAsync(Hello("asked"), Patience.Token);
        await call.WriteAsync(new CaptureUp { Analyze = new AnalyzeNow() }, Patience.Token);
        IAsyncEnumerator<CaptureDown> responses = call.Responses.GetAsyncEnumerator(); // ends with the call
        Assert.Equal("nothing_heard", (await NextAsync(message => message.Problem is not null)).Problem.Code);

        foreach (AudioChunk chunk in TestSong.Chunks(TestSong.Interleaved(seconds: 1)))
        {
            await call.WriteAsync(new CaptureUp { Audio = chunk }, Patience.Token);
        }

        await call.WriteAsync(new CaptureUp { Analyze = new AnalyzeNow() }, Patience.Token);
        await NextAsync(message => message.Running is { Analysing: true });
        await NextAsync(message => message.Report is not null);
        await NextAsync(message => message.Running is { Analysing: false });

        async Task<CaptureDown> NextAsync(Predicate<CaptureDown> isWanted)
        {
            while (await responses.MoveNextAsync())
            {
                if (isWanted(responses.Current))
                {
                    return responses.Current;
                }
            }

            throw new InvalidOperationException("The call ended before.");
        }
    }

    private static CaptureUp Hello(string instanceId)
        => new() { Hello = new Hello { ContractVersion = ContractVersion.Current, InstanceId = instanceId } };
}
