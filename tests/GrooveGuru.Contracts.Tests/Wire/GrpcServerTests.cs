using System.Net.Sockets;
using System.Runtime.Versioning;
using GrooveGuru.Bridge.Grpc;
using GrooveGuru.Contracts.Health.V1;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;
using ServingStatus = GrooveGuru.Contracts.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace GrooveGuru.Contracts.Tests.Wire;

public sealed class GrpcServerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gg-server-");

    private string SocketPath => Path.Combine(_folder.FullName, "ä.sock");

    public void Dispose() => _folder.Delete(recursive: true);

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Socket_IsForItsOwnerOnlyAndGoneAfterwards()
    {
        await using (GrpcServer server = New())
        {
            await server.StartAsync();
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(SocketPath));
        }

        Assert.False(File.Exists(SocketPath));
    }

    [Fact]
    public async Task Socket_LeftByADeadBridge_IsTakenOver()
    {
        LeaveStaleSocket();
        await using GrpcServer server = New();
        await server.StartAsync();
        await using GrpcConnection connection = GrpcConnection.Open(server.Endpoint);

        Assert.Equal("test", (await connection.CallAsync(BridgeMethods.GetStatus, new StatusRequest())).BridgeVersion);
    }

    [Fact]
    public async Task Socket_WhereABridgeAnswers_IsLeftAlone()
    {
        await using GrpcServer first = New();
        await first.StartAsync();
        await using GrpcServer second = New();

        IOException refused = await Assert.ThrowsAsync<IOException>(() => second.StartAsync());

        Assert.Contains(SocketPath, refused.Message, StringComparison.Ordinal);
        await second.DisposeAsync();
        await using GrpcConnection connection = GrpcConnection.Open(first.Endpoint);
        Assert.Equal("test", (await connection.CallAsync(BridgeMethods.GetStatus, new StatusRequest())).BridgeVersion);
    }

    [Fact]
    public async Task Socket_PathIsAnOrdinaryFile_IsNeverRemoved()
    {
        File.WriteAllText(SocketPath, "somebody's work");
        await using GrpcServer server = New();

        await Assert.ThrowsAsync<IOException>(() => server.StartAsync());
        Assert.Equal("somebody's work", File.ReadAllText(SocketPath));
    }

    [Fact]
    public async Task Socket_ManyBridgesStartTogether_OneWins()
    {
        LeaveStaleSocket();
        GrpcServer[] servers = [.. Enumerable.Range(0, 6).Select(_ => New())];

        bool[] started = await Task.WhenAll(servers.Select(async server =>
        {
            try
            {
                await Task.Run(() => server.StartAsync());
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }));

        Assert.Single(started, true);
        await using (GrpcConnection connection = GrpcConnection.Open(servers[Array.IndexOf(started, true)].Endpoint))
        {
            await connection.CallAsync(BridgeMethods.GetStatus, new StatusRequest());
        }

        foreach (GrpcServer server in servers)
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Port_Taken_IsAnErrorThatNamesIt()
    {
        await using GrpcServer first = New(port: 0);
        await first.StartAsync();
        await using GrpcServer second = New(port: first.Endpoint.TcpPort);

        IOException taken = await Assert.ThrowsAnyAsync<IOException>(() => second.StartAsync());
        Assert.Contains($"{first.Endpoint.TcpPort}", taken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_WatchedUntilTheStop_SaysNotServingLast()
    {
        await using GrpcServer server = New();
        await server.StartAsync();
        await using GrpcConnection connection = GrpcConnection.Open(server.Endpoint);
        await using IAsyncEnumerator<HealthCheckResponse> watch = connection
            .ReadStreamAsync(HealthMethods.Watch, new HealthCheckRequest { Service = BridgeMethods.ServiceName })
            .GetAsyncEnumerator();
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(ServingStatus.Serving, watch.Current.Status);

        Task stopping = server.StopAsync();

        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(ServingStatus.NotServing, watch.Current.Status);
        Assert.Equal(GrpcStatusCode.Unavailable, (await Requests.StatusAsync(watch.MoveNextAsync().AsTask())).Code);
        await stopping;
    }

    private GrpcServer New(int? port = null)
    {
        var handlers = new TestHandlers();
        var options = new GrpcServerOptions { SocketPath = port is null ? SocketPath : null, TcpPort = port, Token = "t" };
        return new GrpcServer(options, handlers.BuildTable(), handlers.Health);
    }

    /// <summary>A socket file whose listener died without removing it.</summary>
    private void LeaveStaleSocket()
    {
        string elsewhere = SocketPath + "2";
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(elsewhere));
            File.Move(elsewhere, SocketPath);
        }

        Assert.True(File.Exists(SocketPath));
    }
}
