using System.Diagnostics;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.EndToEnd.Tests.Bridge;

/// <summary>A runtime folder of its own, in which one plugin and one bridge of a test meet; a bridge left in it is ended.</summary>
internal sealed class MeetingPlace : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-run-").FullName;
    private readonly string _cache = Directory.CreateTempSubdirectory("gg-cache-").FullName;

    /// <summary>What host, plugin and bridge get beside our environment.</summary>
    public Dictionary<string, string?> Environment => new()
    {
        ["GROOVEGURU_RUNTIME_DIR"] = _folder,
        ["GROOVEGURU_CACHE_DIR"] = _cache,
        ["GROOVEGURU_BRIDGE"] = Product.Bridge,
        ["GROOVEGURU_NO_AUTOSTART"] = null,
    };

    /// <summary>Where the bridge keeps what it has made.</summary>
    public string CacheFolder => _cache;

    /// <summary>What the plugin and the bridge it started have written.</summary>
    public string Logs => string.Join(
        System.Environment.NewLine,
        Directory.EnumerateFiles(_folder, "*.log", SearchOption.AllDirectories).Select(path => $"--- {path}{System.Environment.NewLine}{ReadShared(path)}"));

    /// <summary>The bridge that is here now; null where there is none.</summary>
    public BridgeEndpoint? Endpoint => EndpointFile.Read(new EndpointLocation(_folder)).Endpoint;

    /// <summary>Waits until a bridge has written where it is.</summary>
    /// <param name="timeout">How long; then the test fails with what is known.</param>
    /// <param name="previous">A bridge that does not count, because it was ended.</param>
    public async Task<BridgeEndpoint> WaitForBridgeAsync(TimeSpan timeout, BridgeEndpoint? previous = null)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < timeout)
        {
            if (Endpoint is { } endpoint && endpoint.ProcessId != previous?.ProcessId)
            {
                return endpoint;
            }

            await Task.Delay(PollInterval);
        }

        Assert.Fail($"No bridge came within {timeout.TotalSeconds} s: {EndpointFile.Read(new EndpointLocation(_folder)).Reason} {Logs}");
        throw new InvalidOperationException("Not reached.");
    }

    /// <summary>A connection to the bridge that is here now.</summary>
    public GrpcConnection Connect() => GrpcConnection.Open(Endpoint ?? throw new InvalidOperationException($"No bridge is here. {Logs}"));

    /// <summary>Ends a bridge as kill -9 does: it has no time to say anything.</summary>
    public static void Kill(BridgeEndpoint endpoint)
    {
        using Process bridge = Process.GetProcessById(endpoint.ProcessId);
        bridge.Kill(entireProcessTree: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Endpoint is { } endpoint)
        {
            try
            {
                Kill(endpoint);
            }
            catch (ArgumentException)
            {
                // It has ended already.
            }
        }

        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_cache, recursive: true);
    }

    private static string ReadShared(string path)
    {
        using StreamReader reader = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
