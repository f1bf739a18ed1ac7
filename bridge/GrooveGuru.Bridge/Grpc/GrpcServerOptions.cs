using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GrooveGuru.Bridge.Grpc;

/// <summary>Where a server listens and who may call it.</summary>
public sealed record GrpcServerOptions
{
    /// <summary>The Unix domain socket to listen on; null for none. Its folder must exist.</summary>
    public string? SocketPath { get; init; }

    /// <summary>The port on 127.0.0.1 to listen on; 0 takes any free one, null none.</summary>
    public int? TcpPort { get; init; }

    /// <summary>The secret that every call carries.</summary>
    public required string Token { get; init; }

    /// <summary>Where the web server's own log goes.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>How long calls that still run may take to end when the server stops; then they are cut off.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
