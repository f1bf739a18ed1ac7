using GrooveGuru.Contracts;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Bridge.Tests;

/// <summary>The bridge as a plugin and other clients meet it: over its socket.</summary>
[Collection(BridgeCollection.Name)]
public sealed class BridgeServiceTests(BridgeFixture bridge)
{
    private static readonly CancellationTokenSource Patience = new(TimeSpan.FromMinutes(3));

    [Fact]
    public async Task GetStatus_RunningBridge_SaysWhatItIs()
    {
        BridgeStatus status = await bridge.Connection.CallAsync(
            BridgeMethods.GetStatus, new StatusRequest(), null, Patience.Token);

        Assert.Equal(Environment.ProcessId, status.ProcessId);
        Assert.Equal(ContractVersion.Current, status.ContractVersion);
    }

    [Fact]
    public async Task StartAsync_WhileOneRuns_SecondStepsBack()
    {
        using TestLog log = new();

        Assert.Null(await RunningBridge.StartAsync(bridge.Location, 0, TimeProvider.System, log, Patience.Token));
        Assert.Equal(EndpointFileStanding.Ok, EndpointFile.Read(bridge.Location).Standing);
    }

    [Fact]
    public async Task Capture_SongThenStop_ReportComesDown()
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = bridge.Connection.OpenDuplex(
            BridgeMethods.Capture, null, Patience.Token);
        await call.WriteAsync(Hello("song", "Gitarre"), Patience.Token);
        float[] song = TestSong.Interleaved(seconds: 5);
        foreach (AudioChunk chunk in TestSong.Chunks(song, projectStartFrames: 1_000_000))
        {
            await call.WriteAsync(new CaptureUp { Audio = chunk }, Patience.Token);
        }

        await call.WriteAsync(Stopped(song.Length / TestSong.ChannelCount), Patience.Token);

        Welcome? welcome = null;
        TrackReport? report = null;
        RunningMeasures? running = null;
        await foreach (CaptureDown down in call.Responses)
        {
            welcome ??= down.Welcome;
            report ??= down.Report;
            running = report is null ? null : down.Running ?? running; // what is said after the report counts it in
            if (report is { Final: true } && running?.HeardSeconds > 4.9)
            {
                break;
            }
        }

        Assert.Equal(ContractVersion.Current, welcome!.ContractVersion);
        Assert.Equal("Gitarre", report!.TrackName);
        Assert.Equal(5, report.DurationSeconds, 0.01);
        Assert.Equal(0, report.LostFrames);
        Assert.True(running!.HasIntegratedLufs);
        Assert.Equal(report.Recommendations.Count, running.OpenRecommendations);
        Assert.Equal(report.Extended.IntegratedLufs, running.IntegratedLufs, 0.1);
    }

    [Fact]
    public async Task Capture_PositionJumps_LostFramesAreCounted()
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = bridge.Connection.OpenDuplex(
            BridgeMethods.Capture, null, Patience.Token);
        await call.WriteAsync(Hello("jump", "Lost"), Patience.Token);
        AudioChunk[] chunks = [.. TestSong.Chunks(TestSong.Interleaved(seconds: 3))];
        foreach (AudioChunk chunk in chunks.Where((_, index) => index != 2))
        {
            await call.WriteAsync(new CaptureUp { Audio = chunk }, Patience.Token);
        }

        await call.CompleteAsync();
        TrackSummary track = await FindAsync("jump", found => !found.Connected);

        Assert.Equal(4096, track.LostFrames);
        Assert.Equal(3 - (4096d / TestSong.SampleRateHz), track.HeardSeconds, 0.001);
    }

    [Fact]
    public async Task Capture_OtherContract_FailsWithWhatToDo()
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = bridge.Connection.OpenDuplex(
            BridgeMethods.Capture, null, Patience.Token);
        CaptureUp hello = Hello("newer", "Newer");
        hello.Hello.ContractVersion = ContractVersion.Current + 1;
        await call.WriteAsync(hello, Patience.Token);

        GrpcException error = await Assert.ThrowsAsync<GrpcException>(() => DrainAsync(call));

        Assert.Equal(GrpcStatusCode.FailedPrecondition, error.Code);
        Assert.Contains("same version", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Capture_PlayedAgainAfterTheUserActed_TicksTheAdviceOff()
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = bridge.Connection.OpenDuplex(
            BridgeMethods.Capture, null, Patience.Token);
        await call.WriteAsync(Hello("again", "Again"), Patience.Token);
        IAsyncEnumerator<CaptureDown> responses = call.Responses.GetAsyncEnumerator(); // ends with the call

        TrackReport first = await PlayAsync(gain: 0.01f);
        Assert.Empty(first.FollowUps);
        Assert.Contains(first.Recommendations, advice => advice.Id == "gain.level");
        TrackReport marked = await bridge.Connection.CallAsync(
            BridgeMethods.MarkRecommendation,
            new MarkRequest { TrackId = first.TrackId, RecommendationId = "gain.level", Status = RecommendationStatus.TriedByUser },
            null,
            Patience.Token);
        Assert.Equal(RecommendationStatus.TriedByUser, marked.Recommendations.Single(advice => advice.Id == "gain.level").Status);

        TrackReport second = await PlayAsync(gain: 1);
        FollowUp item = second.FollowUps.Single(followUp => followUp.RecommendationId == "gain.level");
        Assert.Equal(RecommendationStatus.Confirmed, item.Status);
        Assert.Equal(40, item.Now - item.PromisedFrom, 0.2);
        Assert.DoesNotContain(second.Recommendations, advice => advice.Id == "gain.level");

        async Task<TrackReport> PlayAsync(float gain)
        {
            float[] song = Array.ConvertAll(TestSong.Interleaved(seconds: 5), sample => sample * gain);
            foreach (AudioChunk chunk in TestSong.Chunks(song, projectStartFrames: 1_000_000))
            {
                await call.WriteAsync(new CaptureUp { Audio = chunk }, Patience.Token);
            }

            await call.WriteAsync(Stopped(song.Length / TestSong.ChannelCount), Patience.Token);
            while (await responses.MoveNextAsync())
            {
                if (responses.Current.Report is { Final: true } report && report.Recommendations.All(advice => advice.Status != RecommendationStatus.TriedByUser))
                {
                    return report;
                }
            }

            throw new InvalidOperationException("The call ended without a report.");
        }
    }

    [Theory]
    [InlineData("nowhere", RecommendationStatus.Dismissed, GrpcStatusCode.NotFound)]
    [InlineData("nowhere", RecommendationStatus.Confirmed, GrpcStatusCode.InvalidArgument)]
    [InlineData("nowhere", RecommendationStatus.Unspecified, GrpcStatusCode.InvalidArgument)]
    public async Task MarkRecommendation_WhatCannotBeMarked_IsRefused(string trackId, RecommendationStatus status, GrpcStatusCode code)
    {
        GrpcException error = await Assert.ThrowsAsync<GrpcException>(() => bridge.Connection.CallAsync(
            BridgeMethods.MarkRecommendation, new MarkRequest { TrackId = trackId, RecommendationId = "eq.a", Status = status }, null, Patience.Token));
        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task Capture_NoHello_IsRefused()
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = bridge.Connection.OpenDuplex(
            BridgeMethods.Capture, null, Patience.Token);
        await call.WriteAsync(new CaptureUp { Analyze = new AnalyzeNow() }, Patience.Token);

        GrpcException error = await Assert.ThrowsAsync<GrpcException>(() => DrainAsync(call));

        Assert.Equal(GrpcStatusCode.InvalidArgument, error.Code);
    }

    [Theory]
    [InlineData(0, 2, 8)]
    [InlineData(48000, 0, 8)]
    [InlineData(48000, 2, 7)]
    [InlineData(48000, 1000, 8)]
    public async Task Capture_ImpossibleChunk_IsRefused(int sampleRateHz, int channelCount, int bytes)
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = bridge.Connection.OpenDuplex(
            BridgeMethods.Capture, null, Patience.Token);
        await call.WriteAsync(Hello($"bad-{sampleRateHz}-{channelCount}-{bytes}", "Bad"), Patience.Token);
        await call.WriteAsync(
            new CaptureUp
            {
                Audio = new AudioChunk
                {
                    SampleRateHz = sampleRateHz,
                    ChannelCount = channelCount,
                    Samples = Google.Protobuf.ByteString.CopyFrom(new byte[bytes]),
                },
            },
            Patience.Token);

        GrpcException error = await Assert.ThrowsAsync<GrpcException>(() => DrainAsync(call));

        Assert.Equal(GrpcStatusCode.InvalidArgument, error.Code);
    }

    [Fact]
    public async Task GetReport_UnknownTrack_IsNotFound()
    {
        GrpcException error = await Assert.ThrowsAsync<GrpcException>(() => bridge.Connection.CallAsync(
            BridgeMethods.GetReport, new ReportRequest { TrackId = "nowhere" }, null, Patience.Token));

        Assert.Equal(GrpcStatusCode.NotFound, error.Code);
    }

    [Fact]
    public async Task Capture_OneInstanceFromTwoLiveHosts_AreTwoTracks()
    {
        using System.Diagnostics.Process other = System.Diagnostics.Process.Start("sleep", "30")!;
        try
        {
            await using GrpcDuplexCall<CaptureUp, CaptureDown> first = await GreetAsync("twin", other.Id);
            await using GrpcDuplexCall<CaptureUp, CaptureDown> second = await GreetAsync("twin", Environment.ProcessId);

            TrackList list = await bridge.Connection.CallAsync(
                BridgeMethods.ListTracks, new ListTracksRequest(), null, Patience.Token);

            Assert.Equal(2, list.Tracks.Count(track => track.InstanceId.StartsWith("twin", StringComparison.Ordinal) && track.Connected));
        }
        finally
        {
            other.Kill();
        }
    }

    private async Task<GrpcDuplexCall<CaptureUp, CaptureDown>> GreetAsync(string instanceId, int hostProcessId)
    {
        GrpcDuplexCall<CaptureUp, CaptureDown> call = bridge.Connection.OpenDuplex(BridgeMethods.Capture, null, Patience.Token);
        CaptureUp hello = Hello(instanceId, "Twin");
        hello.Hello.HostProcessId = hostProcessId;
        await call.WriteAsync(hello, Patience.Token);
        IAsyncEnumerator<CaptureDown> responses = call.Responses.GetAsyncEnumerator(); // ends with the call
        Assert.True(await responses.MoveNextAsync());
        Assert.NotNull(responses.Current.Welcome);
        return call;
    }

    private static CaptureUp Hello(string instanceId, string name) => new()
    {
        Hello = new Hello
        {
            ContractVersion = ContractVersion.Current,
            PluginVersion = "test",
            InstanceId = instanceId,
            Identity = new TrackIdentity { Name = name },
        },
    };

    private static CaptureUp Stopped(long streamPositionFrames) => new()
    {
        Audio = new AudioChunk
        {
            SampleRateHz = TestSong.SampleRateHz,
            ChannelCount = TestSong.ChannelCount,
            StreamPositionFrames = streamPositionFrames,
            Transport = new Transport { Playing = false },
        },
    };

    private static async Task DrainAsync(GrpcDuplexCall<CaptureUp, CaptureDown> call)
    {
        await foreach (CaptureDown _ in call.Responses)
        {
        }
    }

    private async Task<TrackSummary> FindAsync(string instanceId, Func<TrackSummary, bool> ready)
    {
        await foreach (TrackList list in bridge.Connection.ReadStreamAsync(
            BridgeMethods.WatchTracks, new WatchTracksRequest(), null, Patience.Token))
        {
            if (list.Tracks.FirstOrDefault(track => track.InstanceId == instanceId) is { } found && ready(found))
            {
                return found;
            }
        }

        throw new InvalidOperationException("The watch ended.");
    }
}
