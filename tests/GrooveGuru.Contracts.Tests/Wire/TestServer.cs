using GrooveGuru.Bridge.Grpc;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Contracts.Tests.Wire;

/// <summary>A real server with the test handlers, on a socket and a port of its own.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private TestServer(DirectoryInfo folder, TestHandlers handlers, GrpcServer server)
    {
        _folder = folder;
        Handlers = handlers;
        Server = server;
    }

    public TestHandlers Handlers { get; }

    public GrpcServer Server { get; }

    public BridgeEndpoint Endpoint => Server.Endpoint;

    public static async Task<TestServer> StartAsync(GrpcMessageLimits? limits = null)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gg-wire-");
        var handlers = new TestHandlers();
        var options = new GrpcServerOptions
        {
            SocketPath = Path.Combine(folder.FullName, "b.sock"),
            TcpPort = 0,
            Token = "test-token",
            StopTimeout = TimeSpan.FromSeconds(2),
        };
        var server = new GrpcServer(options, handlers.BuildTable(limits), handlers.Health);
        await server.StartAsync();
        return new TestServer(folder, handlers, server);
    }

    /// <summary>A client over "unix" or "tcp".</summary>
    public GrpcConnection Connect(string over, GrpcMessageLimits? limits = null) =>
        GrpcConnection.Open(over == "unix" ? Endpoint with { TcpPort = null } : Endpoint with { SocketPath = null }, limits);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
