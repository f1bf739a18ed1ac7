using System.Diagnostics;

namespace GrooveGuru.Host.Tests.Editor;

/// <summary>The real bridge, where the bundle under test looks for it.</summary>
internal sealed class ServedBridge : IDisposable
{
    private readonly Process _process;
    private bool _isOver;

    /// <summary>Starts it and waits until it is there.</summary>
    public ServedBridge()
    {
        string folder = Directory.CreateDirectory(Path.Combine(TestSurroundings.Folder, "run")).FullName;
        string endpoint = Path.Combine(folder, "bridge.json");
        File.Delete(endpoint);
        ProcessStartInfo start = new(BuiltFiles.Bridge, ["serve"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GROOVEGURU_RUNTIME_DIR"] = folder;
        start.Environment["GROOVEGURU_CACHE_DIR"] = Cache;
        start.Environment["XDG_DATA_HOME"] = Path.Combine(TestSurroundings.Folder, "data");
        _process = Process.Start(start)!;
        _ = _process.StandardOutput.ReadToEndAsync();
        _ = _process.StandardError.ReadToEndAsync();
        long begin = Stopwatch.GetTimestamp();
        while (!File.Exists(endpoint))
        {
            Assert.True(!_process.HasExited && Stopwatch.GetElapsedTime(begin) < Limit, "the bridge does not come up");
            Thread.Sleep(20);
        }
    }

    /// <summary>How long anything of it is waited for.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(90);

    /// <summary>Where it keeps what it makes.</summary>
    public static string Cache { get; } = Path.Combine(TestSurroundings.Folder, "cache");

    /// <summary>Ends it without a farewell; once.</summary>
    public void Dispose()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
