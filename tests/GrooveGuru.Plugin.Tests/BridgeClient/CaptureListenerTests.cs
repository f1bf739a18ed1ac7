using System.Threading.Channels;
using GrooveGuru.Contracts;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.BridgeClient;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Tests.Editor.Desk;

namespace GrooveGuru.Plugin.Tests.BridgeClient;

[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Design", "CA1001", Justification = "Their end is what is tested: each test ends them itself.")]
public sealed class CaptureListenerTests
{
    private readonly ParameterValues _values = new();
    private readonly BridgeBoard _board;
    private readonly BridgeRequests _requests;
    private readonly CaptureListener _listener;
    private readonly OpenCall _call = new();
    private Action? _meanwhile;

    public CaptureListenerTests()
    {
        _board = new BridgeBoard(TimeProvider.System, () => Interlocked.Exchange(ref _meanwhile, null)?.Invoke());
        _requests = new BridgeRequests(_board);
        _listener = new CaptureListener("1/token", new PublishedValues(_values), _board, _requests);
    }

    [Fact]
    public async Task Greeting_AfterTheListenersEnd_ConnectsNothing()
    {
        Task listening = _listener.ListenAsync(_call);
        await _listener.DisposeAsync();

        Greet();
        await EndAsync(listening);

        Assert.True(_listener.Welcome.IsCompletedSuccessfully);
        Assert.NotEqual(BridgeState.Connected, _board.News.State);
        _requests.StartJob("stems");
        Assert.Equal(BridgeWords.NoBridge, _board.News.Note?.Text);
        Assert.Empty(_call.Calls.Started);
    }

    [Fact]
    public async Task Greeting_OfAnOpenCall_ConnectsUntilTheListenersEnd()
    {
        Task listening = _listener.ListenAsync(_call);
        Greet();
        await _listener.Welcome;
        Assert.Equal(BridgeState.Connected, _board.News.State);

        await _listener.DisposeAsync();
        await EndAsync(listening);

        _requests.StartJob("stems");
        Assert.Equal(BridgeWords.NoBridge, _board.News.Note?.Text);
    }

    [Fact]
    public async Task Mark_AtTheMomentOfAReport_IsNotOverwrittenByIt()
    {
        Task listening = _listener.ListenAsync(_call);
        await SayAsync(1);

        _meanwhile = () => _requests.Mark("a", RecommendationStatus.Dismissed);
        await SayAsync(2);

        Assert.Null(_meanwhile);
        Assert.Equal(RecommendationStatus.Dismissed, _board.News.Report!.Recommendations.Single().Status);
        await _listener.DisposeAsync();
        await EndAsync(listening);

        async Task SayAsync(int number)
        {
            TrackReport report = DeskFixture.Report(("a", RecommendationStatus.Open));
            report.ReportNumber = number;
            _call.Down.Writer.TryWrite(new CaptureDown { Report = report });
            await Task.Run(() => DeskFixture.Await(() => _board.News.Report?.ReportNumber == number));
        }
    }

    private void Greet() => _call.Down.Writer.TryWrite(
        new CaptureDown { Welcome = new Welcome { ContractVersion = ContractVersion.Current, TrackId = "track-1" } });

    private async Task EndAsync(Task listening)
    {
        _call.Down.Writer.Complete();
        await listening;
    }

    private sealed class OpenCall : ICaptureCall
    {
        public Channel<CaptureDown> Down { get; } = Channel.CreateUnbounded<CaptureDown>();

        public FakeBridgeCalls Calls { get; } = new();

        IBridgeCalls ICaptureCall.Calls => Calls;

        public IAsyncEnumerable<CaptureDown> Responses => Down.Reader.ReadAllAsync();

        public ValueTask WriteAsync(CaptureUp message, CancellationToken cancellation) => ValueTask.CompletedTask;

        public Task CompleteAsync() => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
