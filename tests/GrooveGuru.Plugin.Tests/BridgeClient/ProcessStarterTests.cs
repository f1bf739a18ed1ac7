using System.Diagnostics;
using GrooveGuru.Plugin.BridgeClient.Launching;

namespace GrooveGuru.Plugin.Tests.BridgeClient;

public sealed class ProcessStarterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gg start #1 ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Program_StartedOnPosix_RunsAsNobodysChild()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string output = Path.Combine(_folder, "out put.log");

        Assert.Null(new PosixProcessStarter().Start(
            ["/bin/sh", "-c", "sleep 0.3; echo parent $PPID; echo \"$1\"; ls /proc/$$/fd | tr '\\n' ' '", "sh", "it's \"here\""], output));

        long start = Stopwatch.GetTimestamp();
        while (!File.Exists(output) || !File.ReadAllText(output).Contains("here", StringComparison.Ordinal))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30), "it did not run");
            Thread.Sleep(10);
        }

        string[] lines = File.ReadAllLines(output);
        Assert.NotEqual($"parent {Environment.ProcessId}", lines[0]);
        Assert.Equal("it's \"here\"", lines[1]);
    }

    [Fact]
    public void Command_WithSpacesAndQuotes_IsQuotedForWindows()
    {
        string line = WindowsProcessStarter.Quote([@"C:\Program Files\Groove Guru\grooveguru.exe", "a\"b", @"c\", @"d\""e"]);

        Assert.Equal("\"C:\\Program Files\\Groove Guru\\grooveguru.exe\" \"a\\\"b\" \"c\\\\\" \"d\\\\\\\"e\"", line);
    }
}
