using System.Threading.Channels;
using GrooveGuru.Contracts;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Plugin.BridgeClient;
using GrooveGuru.Plugin.BridgeClient.Launching;

namespace GrooveGuru.Plugin.Tests.BridgeClient;

/// <summary>A bridge in memory that remembers what it was sent.</summary>
internal sealed class FakeBridge : IBridgeGateway, IBridgeLauncher
{
    private readonly Lock _gate = new();
    private readonly List<CaptureUp> _received = [];
    private Channel<CaptureDown>? _down;

    public EndpointFileStanding Standing { get; set; } = EndpointFileStanding.Ok;

    public bool IsAlive { get; set; } = true;

    public int WelcomeVersion { get; set; } = ContractVersion.Current;

    public int Opened { get; private set; }

    public int Launches { get; private set; }

    public int Completed { get; private set; }

    public IReadOnlyList<CaptureUp> Received
    {
        get
        {
            lock (_gate)
            {
                return [.. _received];
            }
        }
    }

    public BridgeSighting Look() => new(Standing, null, null);

    public ICaptureCall Open(BridgeSighting sighting)
    {
        lock (_gate)
        {
            Opened++;
            Call call = new(this);
            _down = call.Down;
            return call;
        }
    }

    public LaunchOutcome Launch()
    {
        Launches++;
        return new LaunchOutcome(TimeSpan.Zero, null);
    }

    public void Say(CaptureDown message) => _down!.Writer.TryWrite(message);

    public void Die()
    {
        IsAlive = false;
        _down!.Writer.TryComplete(new GrpcException(GrpcStatusCode.Unavailable, "gone"));
    }

    private sealed class Call(FakeBridge bridge) : ICaptureCall
    {
        public Channel<CaptureDown> Down { get; } = Channel.CreateUnbounded<CaptureDown>();

        public IAsyncEnumerable<CaptureDown> Responses => Down.Reader.ReadAllAsync();

        public ValueTask WriteAsync(CaptureUp message, CancellationToken cancellation)
        {
            if (!bridge.IsAlive)
            {
                Down.Writer.TryComplete(new GrpcException(GrpcStatusCode.Unavailable, "nobody"));
                throw new GrpcException(GrpcStatusCode.Unavailable, "nobody");
            }

            lock (bridge._gate)
            {
                bridge._received.Add(message.Clone());
            }

            if (message.Hello is not null)
            {
                Down.Writer.TryWrite(new CaptureDown { Welcome = new Welcome { ContractVersion = bridge.WelcomeVersion } });
            }

            return ValueTask.CompletedTask;
        }

        public Task CompleteAsync()
        {
            bridge.Completed++;
            Down.Writer.TryComplete();
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            Down.Writer.TryComplete();
            return ValueTask.CompletedTask;
        }
    }
}
