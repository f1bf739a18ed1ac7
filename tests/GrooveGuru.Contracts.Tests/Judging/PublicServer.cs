using System.Diagnostics;
using System.Globalization;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Contracts.Tests.Judging;

/// <summary>A grpc-js server in a process of its own.</summary>
internal sealed class PublicServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private PublicServer(DirectoryInfo folder, Process process, BridgeEndpoint endpoint)
    {
        _folder = folder;
        _process = process;
        Endpoint = endpoint;
    }

    public BridgeEndpoint Endpoint { get; }

    public static async Task<PublicServer> StartAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gg-judge-");
        string socket = Path.Combine(folder.FullName, "j.sock");
        Process process = await NodeProgram.StartAsync("server.mjs", "--socket", socket, "--token", "test-token");
        string? port = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(port is not null, await (port is null ? process.StandardError.ReadToEndAsync() : Task.FromResult("")));
        return new PublicServer(folder, process, new BridgeEndpoint(
            ContractVersion.Current, process.Id, socket, int.Parse(port!, CultureInfo.InvariantCulture), "test-token"));
    }

    public GrpcConnection Connect(string over) =>
        GrpcConnection.Open(over == "unix" ? Endpoint with { TcpPort = null } : Endpoint with { SocketPath = null });

    /// <summary>Waits until the server says a line; what it says before is passed over.</summary>
    public async Task HearAsync(string line)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        string? heard;
        do
        {
            heard = await _process.StandardOutput.ReadLineAsync(late.Token);
            Assert.NotNull(heard);
        }
        while (heard != line);
    }

    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
