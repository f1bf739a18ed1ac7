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

    public string? Reason { get; set; }

    public bool IsAlive { get; set; } = true;

    /// <summary>Which process it is; another one knows nothing of the jobs of the one before.</summary>
    public int ProcessId { get; set; } = 1;

    public int WelcomeVersion { get; set; } = ContractVersion.Current;

    public string? LaunchReason { get; set; }

    public TimeSpan? SinceLaunch { get; set; } = TimeSpan.Zero;

    public FakeBridgeCalls Calls { get; } = new();

    public string? StudioPage { get; set; }

    /// <summary>Called for each message of audio, before it is taken; on the client's thread.</summary>
    public Action? AudioComes { get; set; }

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

    public BridgeSighting Look() => new(
        Standing,
        Standing == EndpointFileStanding.Ok ? new BridgeEndpoint(ContractVersion.Current, ProcessId, "/none", null, $"token-{ProcessId}") : null,
        Reason);

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
        return new LaunchOutcome(SinceLaunch, LaunchReason);
    }

    public void Say(CaptureDown message) => _down!.Writer.TryWrite(message);

    public void Die()
    {
        IsAlive = false;
        Calls.Die();
        _down!.Writer.TryComplete(new GrpcException(GrpcStatusCode.Unavailable, "gone"));
    }

    public void Rise(int processId)
    {
        ProcessId = processId;
        Calls.Rise();
        IsAlive = true;
    }

    private sealed class Call(FakeBridge bridge) : ICaptureCall
    {
        public Channel<CaptureDown> Down { get; } = Channel.CreateUnbounded<CaptureDown>();

        public IBridgeCalls Calls => bridge.Calls;

        public IAsyncEnumerable<CaptureDown> Responses => Down.Reader.ReadAllAsync();

        public ValueTask WriteAsync(CaptureUp message, CancellationToken cancellation)
        {
            if (!bridge.IsAlive)
            {
                Down.Writer.TryComplete(new GrpcException(GrpcStatusCode.Unavailable, "nobody"));
                throw new GrpcException(GrpcStatusCode.Unavailable, "nobody");
            }

            if (message.Audio is not null)
            {
                bridge.AudioComes?.Invoke();
            }

            lock (bridge._gate)
            {
                bridge._received.Add(message.Clone());
            }

            if (message.Hello is not null)
            {
                Welcome welcome = new()
                {
                    ContractVersion = bridge.WelcomeVersion,
                    BridgeVersion = "7.8.9",
                    TrackId = "track-1",
                    Services = { "stems", "midi" },
                };
                if (bridge.StudioPage is { } page)
                {
                    welcome.StudioPage = page;
                }

                Down.Writer.TryWrite(new CaptureDown { Welcome = welcome });
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
