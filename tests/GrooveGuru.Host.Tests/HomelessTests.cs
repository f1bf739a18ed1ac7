using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Host.Tests;

/// <summary>The bundle in hosts of users without a home, with one that cannot be written to, and of two users at once.</summary>
[UnsupportedOSPlatform("windows")] // homes of users as Unix has them
public sealed class HomelessTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-home-").FullName;
    private readonly string _song;

    public HomelessTests()
    {
        _song = Path.Combine(_folder, "song.wav");
        AudioBuffer audio = new(2, 2 * 44_100, 44_100);
        Random random = new(9);
        foreach (float[] channel in audio.Channels)
        {
            foreach (ref float sample in channel.AsSpan())
            {
                sample = (float)((random.NextDouble() - 0.5) * 0.2);
            }
        }

        WavFile.Write(_song, audio);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BundleTheory]
    [InlineData(null)] // none at all
    [InlineData("relative")]
    [InlineData("/proc/self/fdinfo")] // where nobody, not even root, can make a folder
    public void Home_ThatCannotBeUsed_LeavesTheAudioAndTheHostsFolderAlone(string? home)
    {
        string here = Directory.CreateDirectory(Path.Combine(_folder, "here")).FullName;
        Dictionary<string, string?> environment = HomeEnvironment.Of(home);
        using Process host = Start("dotnet", HostArguments("--json", "-", "--speed", "4"), environment, here);
        Task<string> errors = host.StandardError.ReadToEndAsync();
        JsonNode result = JsonNode.Parse(host.StandardOutput.ReadToEnd())!;
        host.WaitForExit();

        Assert.True(host.ExitCode == 0, errors.Result);
        Assert.True(result["bit_identical"]!.GetValue<bool>());
        Assert.Empty(Directory.EnumerateFileSystemEntries(here));
    }

    [BundleFact]
    public void Users_OfOneMachine_HaveTheirOwnBridges()
    {
        using Process bridge = Start(BuiltFiles.Bridge, ["serve"], UserEnvironment("a"), _folder);
        try
        {
            AwaitFile(Path.Combine(_folder, "a", "run", "grooveguru", "bridge.json"));

            Assert.Equal("connected", LastBridgeState(UserEnvironment("a")));
            Assert.NotEqual("connected", LastBridgeState(UserEnvironment("b")));
        }
        finally
        {
            bridge.Kill();
            bridge.WaitForExit();
        }
    }

    private string LastBridgeState(Dictionary<string, string?> environment)
    {
        using Process host = Start("dotnet", HostArguments("--progress", "--speed", "1"), environment, _folder);
        Task<string> errors = host.StandardError.ReadToEndAsync();
        string state = "";
        while (host.StandardOutput.ReadLine() is { } line)
        {
            if (JsonNode.Parse(line)?["outputs"]?["Bridge"]?["text"]?.GetValue<string>() is { } told)
            {
                state = told;
            }
        }

        host.WaitForExit();
        Assert.True(host.ExitCode == 0, errors.Result);
        return state;
    }

    private static void AwaitFile(string path)
    {
        long start = Stopwatch.GetTimestamp();
        while (!File.Exists(path))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Limit, $"{path} does not appear");
            Thread.Sleep(20);
        }
    }

    // Two users have nothing in common but the machine: neither home nor runtime folder.
    private Dictionary<string, string?> UserEnvironment(string user) => new()
    {
        ["HOME"] = Directory.CreateDirectory(Path.Combine(_folder, user)).FullName,
        ["XDG_RUNTIME_DIR"] = Directory.CreateDirectory(Path.Combine(_folder, user, "run")).FullName,
        ["XDG_STATE_HOME"] = null,
        ["XDG_DATA_HOME"] = null,
        ["XDG_CACHE_HOME"] = null,
        ["GROOVEGURU_RUNTIME_DIR"] = null,
        ["GROOVEGURU_NO_AUTOSTART"] = "1",
    };

    private string[] HostArguments(params string[] more)
        => ["exec", Path.Combine(AppContext.BaseDirectory, "grooveguru-host.dll"), BuiltFiles.Bundle, "--input", _song, .. more];

    private static Process Start(string program, string[] arguments, Dictionary<string, string?> environment, string workingFolder)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_HOME"] = Path.GetTempPath(); // the host's own runtime, not what is tested, wants a home
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
