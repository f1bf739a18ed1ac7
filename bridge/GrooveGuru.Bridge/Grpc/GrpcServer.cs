using System.Net;
using GrooveGuru.Contracts;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.Wire.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GrooveGuru.Bridge.Grpc;

/// <summary>A gRPC server on this machine only: a Unix domain socket, a loopback port, or both.</summary>
public sealed class GrpcServer : IAsyncDisposable
{
    // How long the watchers of the health service have to take the last word.
    private static readonly TimeSpan FarewellTime = TimeSpan.FromMilliseconds(200);

    private readonly GrpcServerOptions _options;
    private readonly GrpcServiceTable _table;
    private readonly HealthService _health;
    private readonly CancellationTokenSource _stopping = new();
    private WebApplication? _app;

    /// <summary>A server that does not listen yet.</summary>
    /// <param name="options">Where it listens.</param>
    /// <param name="table">The methods, already filled; the health service is added here.</param>
    /// <param name="health">Tells the standing of the table's services; they serve from the start until the stop.</param>
    /// <exception cref="ArgumentException">Neither a socket nor a port is given, or the token is empty.</exception>
    public GrpcServer(GrpcServerOptions options, GrpcServiceTable table, HealthService health)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(health);
        ArgumentException.ThrowIfNullOrEmpty(options.Token);
        if (options.SocketPath is null && options.TcpPort is null)
        {
            throw new ArgumentException("A server needs a socket or a port.", nameof(options));
        }

        _options = options;
        _table = table;
        _health = health;
        foreach (string service in table.Services)
        {
            health.Register(service);
        }

        health.AddTo(table);
    }

    /// <summary>Where the server is reached; for the endpoint file.</summary>
    /// <exception cref="InvalidOperationException">It does not listen yet.</exception>
    public BridgeEndpoint Endpoint => new(
        ContractVersion.Current,
        Environment.ProcessId,
        _options.SocketPath,
        _options.TcpPort is null ? null : PortOf(_app ?? throw new InvalidOperationException("The server was not started.")),
        _options.Token);

    /// <summary>Begins to listen; when this returns the server answers.</summary>
    /// <exception cref="IOException">The address is taken by somebody who answers there, or cannot be made.</exception>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        if (_app is not null)
        {
            throw new InvalidOperationException("A server is started once.");
        }

        _app = Build();
        using IDisposable? claim = _options.SocketPath is { } path
            ? await SocketFile.ClaimAsync(path, cancellation).ConfigureAwait(false)
            : null;
        await _app.StartAsync(cancellation).ConfigureAwait(false);
        _health.StartServing();
    }

    /// <summary>Says that the services do not serve any more, ends the calls and stops listening.</summary>
    public async Task StopAsync(CancellationToken cancellation = default)
    {
        if (_app is null || _stopping.IsCancellationRequested)
        {
            return;
        }

        await _health.StopServingAsync(FarewellTime).ConfigureAwait(false);
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _app.StopAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Stops and releases everything.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        if (_app is not null)
        {
            await _app.DisposeAsync().ConfigureAwait(false);
            _app = null;
        }

        _stopping.Dispose();
    }

    private static int PortOf(WebApplication app)
    {
        ICollection<string> addresses =
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        string address = addresses.First(address => !address.Contains("unix:", StringComparison.Ordinal));
        return new Uri(address).Port;
    }

    private WebApplication Build()
    {
        // No configuration files, no environment: where the bridge listens is not for an "urls" variable to say.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_options.LoggerFactory);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = _options.StopTimeout);
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.Services.Configure<SocketTransportOptions>(sockets =>
        {
            sockets.CreateBoundListenSocket = SocketFile.Bind;

            // A capture never stands still: no empty read before each real one, for the price of a 4 KiB block a connection.
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure);
        WebApplication app = builder.Build();
        app.UseGrpc(_table, _options.Token, _stopping.Token);
        return app;
    }

    private void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null;

        // A capture is as slow as the music, and silent while the transport stands.
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(15);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);

        // One watching page and every plugin of one host process may share a connection.
        kestrel.Limits.Http2.MaxStreamsPerConnection = 256;
        if (_options.SocketPath is { } path)
        {
            kestrel.ListenUnixSocket(path, listen => listen.Protocols = HttpProtocols.Http2);
        }

        if (_options.TcpPort is { } port)
        {
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2);
        }
    }

    /// <summary>The process's signals belong to whoever runs the server, not to the web host.</summary>
    private sealed class SilentLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
