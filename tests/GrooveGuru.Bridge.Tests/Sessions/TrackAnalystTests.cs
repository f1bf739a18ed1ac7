using System.Threading.Channels;
using GrooveGuru.Bridge.Sessions;
using GrooveGuru.Contracts.V1;
using Microsoft.Extensions.Logging.Abstractions;

namespace GrooveGuru.Bridge.Tests.Sessions;

/// <summary>Reports on a track that no watch looks after: only what is asked for is done.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Design", "CA1001", Justification = "xunit disposes of it through IAsyncLifetime.")]
public sealed class TrackAnalystTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-analyst-").FullName;
    private readonly TrackRegistry _registry = new(TimeProvider.System);
    private readonly TrackAnalyst _analyst;
    private readonly TrackSession _track;
    private readonly ChannelReader<CaptureDown> _down;

    public TrackAnalystTests()
    {
        _analyst = new TrackAnalyst(_registry, TimeProvider.System, NullLogger<TrackAnalyst>.Instance);
        _track = new TrackSession("track-1", "analyst", _folder, TimeProvider.System);
        _down = _track.Connect();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _analyst.DisposeAsync();
        _track.Dispose();
        _registry.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Role_ToldBeforeTheFirstReport_IsThatOfTheFirstAndNothingIsComplainedOf()
    {
        Hear(seconds: 2);

        await TellAsync(TrackRole.Lead);

        Assert.DoesNotContain(Said(), message => message.Problem is not null);
        Assert.Null(_track.Report);
        TrackReport? first = await _analyst.AnalyseAsync(_track, final: false, CancellationToken.None);
        Assert.Equal((TrackRole.Lead, 1), (first?.Role.Role, first?.ReportNumber));
    }

    [Fact]
    public async Task Role_ToldWhileTheFirstReportIsMade_IsThatOfTheNewest()
    {
        Hear(seconds: 2);
        Task<TrackReport?> first = Task.Run(() => _analyst.AnalyseAsync(_track, final: false, CancellationToken.None));
        Assert.True(SpinWait.SpinUntil(() => _track.Summarise().Analysing || first.IsCompleted, TimeSpan.FromMinutes(1)));

        await TellAsync(TrackRole.Lead);

        await first;
        Assert.Equal(TrackRole.Lead, _track.Report?.Role.Role);
        Assert.DoesNotContain(Said(), message => message.Problem is not null);
    }

    [Fact]
    public async Task Role_ToldAgainAfterItsReport_MakesNoOther()
    {
        Hear(seconds: 2);
        await TellAsync(TrackRole.Lead);
        await _analyst.AnalyseAsync(_track, final: false, CancellationToken.None);

        await _analyst.RejudgeAsync(_track);

        Assert.Equal(1, _track.Report?.ReportNumber);
    }

    private void Hear(double seconds)
    {
        foreach (AudioChunk chunk in TestSong.Chunks(TestSong.Interleaved(seconds)))
        {
            Assert.Null(_track.Accept(chunk));
        }
    }

    // As the service does with what a plugin tells.
    private async Task TellAsync(TrackRole role)
    {
        if (_track.Identify(ToldIdentity.None with { Role = role }))
        {
            await _analyst.RejudgeAsync(_track);
        }
    }

    private List<CaptureDown> Said()
    {
        List<CaptureDown> said = [];
        while (_down.TryRead(out CaptureDown? message))
        {
            said.Add(message);
        }

        return said;
    }
}
