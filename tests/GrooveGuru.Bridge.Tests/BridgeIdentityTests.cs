using GrooveGuru.Contracts;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Bridge.Tests;

/// <summary>Name, role, colour and place of a track, as a plugin tells them and other clients see them.</summary>
[Collection(BridgeCollection.Name)]
public sealed class BridgeIdentityTests(BridgeFixture bridge)
{
    private static readonly CancellationTokenSource Patience = new(TimeSpan.FromMinutes(3));

    [Fact]
    public async Task Identity_ToldInTheGreetingAndLater_IsSeenInTheList()
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = await GreetAsync(
            "told", new TrackIdentity { Name = "Bass", Role = TrackRole.Bass, ColorArgb = 0xFF336699, Number = 3 });

        TrackSummary first = await FindAsync("told", track => track.Name == "Bass");
        Assert.Equal((TrackRole.Bass, 0xFF336699u, 3), (first.Role, first.ColorArgb, first.Number));

        await TellAsync(call, new TrackIdentity { Name = "Organ", Role = TrackRole.Keys, ColorArgb = 0xFF000001 });
        TrackSummary second = await FindAsync("told", track => track.Name == "Organ");
        Assert.Equal((TrackRole.Keys, 0xFF000001u, false), (second.Role, second.ColorArgb, second.HasNumber));
    }

    [Fact]
    public async Task Identity_WithoutAName_TakesTheTracksIdAgain()
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = await GreetAsync("unnamed", new TrackIdentity { Name = "Bass" });
        await FindAsync("unnamed", track => track.Name == "Bass");

        await TellAsync(call, new TrackIdentity());

        await FindAsync("unnamed", track => track.Name == track.TrackId);
    }

    [Fact]
    public async Task Identity_ThatCannotBe_IsLeftOutAndTheCallGoesOn()
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = await GreetAsync("hostile", new TrackIdentity { Name = "Bass" });

        await TellAsync(call, new TrackIdentity { Name = new string('x', 100_000), Role = (TrackRole)77, Number = -1 });

        TrackSummary track = await FindAsync("hostile", found => found.Name.Length == 200);
        Assert.Equal((TrackRole.Unspecified, false, true), (track.Role, track.HasNumber, track.Connected));
    }

    [Fact]
    public async Task Role_ToldAfterTheReport_MakesAFreshOneForIt()
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = await GreetAsync("rejudged", new TrackIdentity { Name = "Take 1" });
        IAsyncEnumerator<CaptureDown> responses = call.Responses.GetAsyncEnumerator(); // ends with the call
        float[] song = Array.ConvertAll(TestSong.Interleaved(seconds: 5), sample => sample * 0.01f);
        foreach (AudioChunk chunk in TestSong.Chunks(song))
        {
            await call.WriteAsync(new CaptureUp { Audio = chunk }, Patience.Token);
        }

        await call.WriteAsync(Stopped(song.Length / TestSong.ChannelCount), Patience.Token);
        TrackReport first = await NextReportAsync(responses);
        Assert.NotEqual("You said so.", first.Role.DecidedBy);
        await bridge.Connection.CallAsync(
            BridgeMethods.MarkRecommendation,
            new MarkRequest { TrackId = first.TrackId, RecommendationId = "gain.level", Status = RecommendationStatus.Dismissed },
            null,
            Patience.Token);

        await TellAsync(call, new TrackIdentity { Name = "Take 1", Role = TrackRole.Drums });
        TrackReport drums = await NextReportAsync(responses, first.ReportNumber);
        Assert.Equal((TrackRole.Drums, 1d, true), (drums.Role.Role, drums.Role.Confidence, drums.Final));
        Assert.DoesNotContain(drums.Recommendations, advice => advice.Id == "gain.level" && advice.Status == RecommendationStatus.Open);

        await TellAsync(call, new TrackIdentity { Name = "Take 1" });
        TrackReport again = await NextReportAsync(responses, drums.ReportNumber);
        Assert.Equal(first.Role.DecidedBy, again.Role.DecidedBy);
    }

    [Fact]
    public async Task Role_ToldInTheGreeting_IsThatOfTheFirstReport()
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = await GreetAsync("vocal", new TrackIdentity { Role = TrackRole.Vocal });
        foreach (AudioChunk chunk in TestSong.Chunks(TestSong.Interleaved(seconds: 2)))
        {
            await call.WriteAsync(new CaptureUp { Audio = chunk }, Patience.Token);
        }

        await call.WriteAsync(new CaptureUp { Analyze = new AnalyzeNow() }, Patience.Token);

        Assert.Equal(TrackRole.Vocal, (await NextReportAsync(call.Responses.GetAsyncEnumerator())).Role.Role);
    }

    [Fact]
    public async Task Role_ToldBeforeAnythingWasHeard_MakesNoReport()
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = await GreetAsync("unheard", new TrackIdentity { Role = TrackRole.Pad });
        IAsyncEnumerator<CaptureDown> responses = call.Responses.GetAsyncEnumerator(); // ends with the call
        await TellAsync(call, new TrackIdentity { Role = TrackRole.Lead });
        await call.WriteAsync(new CaptureUp { Analyze = new AnalyzeNow() }, Patience.Token);

        Problem? problem = null;
        while (problem is null && await responses.MoveNextAsync())
        {
            Assert.Null(responses.Current.Report);
            problem = responses.Current.Problem;
        }

        Assert.Equal("nothing_heard", problem?.Code); // of what was asked for, and the only one
    }

    private static async Task<TrackReport> NextReportAsync(IAsyncEnumerator<CaptureDown> responses, int afterNumber = 0)
    {
        while (await responses.MoveNextAsync())
        {
            if (responses.Current.Report is { } report && report.ReportNumber > afterNumber)
            {
                return report;
            }
        }

        throw new InvalidOperationException("The call ended before.");
    }

    private async Task<GrpcDuplexCall<CaptureUp, CaptureDown>> GreetAsync(string instanceId, TrackIdentity identity)
    {
        GrpcDuplexCall<CaptureUp, CaptureDown> call = bridge.Connection.OpenDuplex(BridgeMethods.Capture, null, Patience.Token);
        await call.WriteAsync(
            new CaptureUp { Hello = new Hello { ContractVersion = ContractVersion.Current, InstanceId = instanceId, Identity = identity } },
            Patience.Token);
        return call;
    }

    private static ValueTask TellAsync(GrpcDuplexCall<CaptureUp, CaptureDown> call, TrackIdentity identity)
        => call.WriteAsync(new CaptureUp { Identity = identity }, Patience.Token);

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

    private async Task<TrackSummary> FindAsync(string instanceId, Func<TrackSummary, bool> isReady)
    {
        await foreach (TrackList list in bridge.Connection.ReadStreamAsync(
            BridgeMethods.WatchTracks, new WatchTracksRequest(), null, Patience.Token))
        {
            if (list.Tracks.FirstOrDefault(track => track.InstanceId == instanceId) is { } found && isReady(found))
            {
                return found;
            }
        }

        throw new InvalidOperationException("The watch ended.");
    }
}
