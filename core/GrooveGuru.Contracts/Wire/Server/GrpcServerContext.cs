namespace GrooveGuru.Contracts.Wire.Server;

/// <summary>What a handler knows about its call.</summary>
public sealed class GrpcServerContext
{
    /// <summary>Describes one call.</summary>
    /// <param name="method">The path, "/grooveguru.v1.Bridge/GetStatus".</param>
    /// <param name="peer">Who calls, for the log: "unix" or an address with port.</param>
    /// <param name="deadline">When the caller stops waiting; null when it waits for ever.</param>
    /// <param name="cancellationToken">Fires when the client has gone, the deadline has passed or the server stops.</param>
    public GrpcServerContext(string method, string peer, DateTimeOffset? deadline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(peer);
        Method = method;
        Peer = peer;
        Deadline = deadline;
        CancellationToken = cancellationToken;
    }

    /// <summary>The path, "/service/name".</summary>
    public string Method { get; }

    /// <summary>Who calls, for the log.</summary>
    public string Peer { get; }

    /// <summary>When the caller stops waiting; null when it waits for ever.</summary>
    public DateTimeOffset? Deadline { get; }

    /// <summary>Fires when the client has gone, the deadline has passed or the server stops.</summary>
    public CancellationToken CancellationToken { get; }
}
