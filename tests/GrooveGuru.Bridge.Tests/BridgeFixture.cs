using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Bridge.Tests;

/// <summary>A real bridge on a socket of its own, and a connection to it. Fails the test when the bridge logs an error.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Design", "CA1001", Justification = "xunit disposes of it through IAsyncLifetime.")]
public sealed class BridgeFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("groove-").FullName;
    private readonly TestLog _log = new();
    private RunningBridge _bridge = null!;

    public GrpcConnection Connection { get; private set; } = null!;

    public EndpointLocation Location => new(Path.Combine(_folder, "run"));

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable("GROOVEGURU_CACHE_DIR", Path.Combine(_folder, "cache"));
        _bridge = (await RunningBridge.StartAsync(Location, 0, TimeProvider.System, _log, CancellationToken.None))!;
        Connection = GrpcConnection.Open(EndpointFile.Read(Location).Endpoint!);
    }

    public async Task DisposeAsync()
    {
        await Connection.DisposeAsync();
        await _bridge.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        _log.AssertNoErrors();
    }
}
