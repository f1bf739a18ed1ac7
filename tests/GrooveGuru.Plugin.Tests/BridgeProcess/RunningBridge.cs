using System.Diagnostics;
using System.Runtime.InteropServices;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;
using GrooveGuru.Plugin.Tests.Editor.Desk;

namespace GrooveGuru.Plugin.Tests.BridgeProcess;

/// <summary>The real bridge in a process of its own, with folders of its own.</summary>
internal sealed partial class RunningBridge : IDisposable
{
    private const int Stop = 19;
    private const int Continue = 18;
    private readonly Process _process;

    /// <summary>Starts it and waits until it is there.</summary>
    /// <param name="folder">Where its folders are.</param>
    /// <param name="limits">Shell commands that come before it: what it is denied.</param>
    public RunningBridge(string folder, string limits = "")
    {
        Location = new EndpointLocation(Path.Combine(folder, "run"));
        Cache = Path.Combine(folder, "cache");
        ProcessStartInfo start = new("/bin/sh", ["-c", $"{limits} exec dotnet exec \"$0\" serve", Program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[EndpointLocation.FolderVariable] = Location.Folder;
        start.Environment["GROOVEGURU_CACHE_DIR"] = Cache;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        DeskFixture.Await(() => EndpointFile.Read(Location).Endpoint?.ProcessId == _process.Id || _process.HasExited);
        Assert.False(_process.HasExited, "the bridge does not start");
    }

    public EndpointLocation Location { get; }

    public string Cache { get; }

    public int Id => _process.Id;

    // The bridge of the same build, from its own project's output.
    private static string Program
    {
        get
        {
            string tests = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
            string framework = Path.GetFileName(tests);
            string configuration = Path.GetFileName(Path.GetDirectoryName(tests)!);
            string root = Path.GetFullPath(Path.Combine(tests, "..", "..", "..", "..", ".."));
            string program = Path.Combine(root, "bridge", "GrooveGuru.Bridge", "bin", configuration, framework, "grooveguru.dll");
            Assert.True(File.Exists(program), $"{Path.GetRelativePath(root, program)} is missing: build the bridge.");
            return program;
        }
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Stands still without dying, as a process does that waits for a dead disk.</summary>
    public void Hang() => Assert.Equal(0, Send(_process.Id, Stop));

    public void GoOn() => Assert.Equal(0, Send(_process.Id, Continue));

    /// <summary>The tracks, as another client sees them.</summary>
    public TrackList Tracks() => Ask(connection => connection.CallAsync(BridgeMethods.ListTracks, new ListTracksRequest()));

    /// <summary>The newest report of a track, as another client sees it.</summary>
    public TrackReport Report(string trackId)
        => Ask(connection => connection.CallAsync(BridgeMethods.GetReport, new ReportRequest { TrackId = trackId }));

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private T Ask<T>(Func<GrpcConnection, Task<T>> ask)
    {
        GrpcConnection connection = GrpcConnection.Open(EndpointFile.Read(Location).Endpoint!);
        try
        {
            return ask(connection).GetAwaiter().GetResult();
        }
        finally
        {
            connection.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);
}
