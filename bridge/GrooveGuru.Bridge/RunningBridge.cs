using GrooveGuru.Bridge.Grpc;
using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Bridge.Sessions;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.Wire.Server;
using GrooveGuru.Core.Errors;
using Microsoft.Extensions.Logging;

namespace GrooveGuru.Bridge;

/// <summary>A bridge that is up: its server, its tracks and its jobs, announced in the endpoint file.</summary>
internal sealed partial class RunningBridge : IAsyncDisposable
{
    private const string LockName = "bridge.lock";

    private readonly FileStream _lock;
    private readonly TrackRegistry _registry;
    private readonly TrackAnalyst _analyst;
    private readonly JobQueue _jobs;
    private GrpcServer? _server;

    private RunningBridge(
        FileStream runLock, EndpointLocation location, ContentLibrary library, DropFolder drops, TimeProvider time, ILoggerFactory log)
    {
        _lock = runLock;
        Location = location;
        _registry = new TrackRegistry(time);
        _analyst = new TrackAnalyst(_registry, time, log.CreateLogger<TrackAnalyst>());
        _jobs = new JobQueue(library, drops, time, log.CreateLogger<JobQueue>());
    }

    /// <summary>Where it is reached.</summary>
    public BridgeEndpoint Endpoint { get; private set; } = null!;

    /// <summary>Where its endpoint file is.</summary>
    public EndpointLocation Location { get; }

    /// <summary>Starts a bridge.</summary>
    /// <param name="location">Where to announce it.</param>
    /// <param name="tcpPort">Port on 127.0.0.1; 0 takes any free one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Receives the log.</param>
    /// <param name="cancellation">Gives the start up.</param>
    /// <returns>The bridge; null when another one runs there already.</returns>
    /// <exception cref="GrooveGuruException">The folder, socket or port cannot be had.</exception>
    public static async Task<RunningBridge?> StartAsync(
        EndpointLocation location, int tcpPort, TimeProvider time, ILoggerFactory log, CancellationToken cancellation)
    {
        RequireSafeFolders();
        FileStream? runLock = TryLock(location);
        if (runLock is null)
        {
            return null;
        }

        LeftBehind.Remove(DataFolders.Captures);
        ContentLibrary library = new(DataFolders.Library);
        library.RemoveUnfinished();
        DropFolder drops = new(DataFolders.Drops, time);
        drops.Clean();
        RunningBridge bridge = new(runLock, location, library, drops, time, log);
        try
        {
            await bridge.ListenAsync(tcpPort, time, log, cancellation).ConfigureAwait(false);
            return bridge;
        }
        catch
        {
            await bridge.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Stops: no more calls, jobs cancelled, captures removed, the endpoint file taken away.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is { } server)
        {
            EndpointFile.Delete(Location, Endpoint);
            await server.DisposeAsync().ConfigureAwait(false);
        }

        await _jobs.DisposeAsync().ConfigureAwait(false);
        await _analyst.DisposeAsync().ConfigureAwait(false);
        _registry.Dispose();
        await _lock.DisposeAsync().ConfigureAwait(false);
    }

    private static void RequireSafeFolders()
    {
        try
        {
            DataFolders.RequireSafe();
        }
        catch (IOException error)
        {
            throw new GrooveGuruException(error.Message, error);
        }
    }

    private static FileStream? TryLock(EndpointLocation location)
    {
        try
        {
            EndpointFile.PrepareFolder(location);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GrooveGuruException($"The bridge cannot announce itself in {location.Folder}: {error.Message}", error);
        }

        try
        {
            // Held as long as the bridge lives; the system releases it however the process ends.
            return new FileStream(
                Path.Combine(location.Folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (IsSharingViolation(error))
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GrooveGuruException($"The bridge cannot lock {location.Folder}: {error.Message}", error);
        }
    }

    // ERROR_SHARING_VIOLATION on Windows; elsewhere .NET's own advisory lock reports EWOULDBLOCK (11 on Linux, 35 on macOS).
    private static bool IsSharingViolation(IOException error) =>
        OperatingSystem.IsWindows() ? (error.HResult & 0xFFFF) == 32 : error.HResult is 11 or 35;

    private async Task ListenAsync(int tcpPort, TimeProvider time, ILoggerFactory log, CancellationToken cancellation)
    {
        ILogger<RunningBridge> logger = log.CreateLogger<RunningBridge>();
        GrpcServiceTable table = new()
        {
            MapException = ErrorMapping.ToStatus,
            UnhandledException = (context, error) => LogUnhandled(logger, error, context.Method),
        };
        new BridgeService(_registry, _analyst, _jobs, time).AddTo(table);
        GrpcServerOptions options = new()
        {
            SocketPath = Location.SocketPath,
            TcpPort = tcpPort,
            Token = EndpointToken.Create(),
            LoggerFactory = log,
        };
        GrpcServer server = new(options, table, new HealthService());
        try
        {
            await server.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw new GrooveGuruException($"The bridge cannot listen: {error.Message}", error);
        }

        _server = server;
        Endpoint = server.Endpoint;
        EndpointFile.Write(Location, Endpoint);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed")]
    private static partial void LogUnhandled(ILogger logger, Exception error, string method);
}
