using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GrooveGuru.Host.Tests.Faults;

/// <summary>Two users of one machine, each with a number of its own, at once.</summary>
public sealed class OtherUserTests : IDisposable
{
    private const int First = 21501, Second = 21502;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly ShellHost _host = new();
    private readonly List<Process> _bridges = [];
    private readonly string _bundle;
    private readonly string _program;

    // What they run lies where both can read it, wherever the repository is.
    public OtherUserTests()
    {
        _bundle = Path.Combine(_host.Folder, "GrooveGuru.vst3");
        _program = Path.Combine(_host.Folder, "host");
        Run("cp", "-rL", Path.GetFullPath(BuiltFiles.Bundle), _bundle);
        Run("cp", "-rL", AppContext.BaseDirectory, _program);
        Run("cp", "-rL", Path.GetDirectoryName(BuiltFiles.Bridge)!, Path.Combine(_host.Folder, "bridge"));
        Run("chmod", "-R", "a+rX", _host.Folder);
        foreach (int user in (int[])[First, Second])
        {
            string home = Directory.CreateDirectory(Home(user)).FullName;
            Directory.CreateDirectory(Path.Combine(home, "run"));
            Run("chown", "-R", $"{user}:{user}", home);
            Run("chmod", "-R", "700", home);
        }
    }

    public void Dispose()
    {
        foreach (Process bridge in _bridges)
        {
            bridge.Kill(entireProcessTree: true);
            bridge.WaitForExit();
            bridge.Dispose();
        }

        _host.Dispose();
    }

    [RootBundleFact]
    public void Users_WithNumbersOfTheirOwn_UseTheirOwnBridgeAndNoOther()
    {
        Serve(First);
        string endpoint = Path.Combine(Home(First), "run", "grooveguru", "bridge.json");

        Assert.Equal("connected", State(First, Environment(First)));
        Assert.NotEqual("connected", State(Second, Environment(Second)));
        Assert.NotEqual(0, TryRead(Second, endpoint));

        Serve(Second);
        Assert.Equal("connected", State(Second, Environment(Second)));
        Assert.NotEqual(ProcessIdIn(endpoint), ProcessIdIn(Path.Combine(Home(Second), "run", "grooveguru", "bridge.json")));
    }

    [RootBundleFact]
    public void User_WhoIsLedToAnothersBridge_DoesNotTrustIt()
    {
        Serve(First);
        Dictionary<string, string?> led = Environment(Second);
        led["GROOVEGURU_RUNTIME_DIR"] = Path.Combine(Home(First), "run", "grooveguru");
        Assert.NotEqual("connected", State(Second, led));

        // Even where the other one has opened everything to be read.
        Run("chmod", "-R", "a+rX", Home(First));
        Assert.Equal(0, TryRead(Second, Path.Combine(Home(First), "run", "grooveguru", "bridge.json")));
        Assert.NotEqual("connected", State(Second, led));
        Assert.Contains("is not trusted", File.ReadAllText(Path.Combine(Home(Second), ".local", "state", "grooveguru", "plugin.log")), StringComparison.Ordinal);
    }

    private string Home(int user) => Path.Combine(_host.Folder, $"home-{user}");

    private static string Become(int user) => $"exec setpriv --reuid={user} --regid={user} --clear-groups";

    private string State(int user, Dictionary<string, string?> environment)
    {
        JsonNode result = _host.Play(Become(user), environment, _bundle, Path.Combine(_program, "grooveguru-host.dll"));
        Assert.True(ShellHost.IsBitIdentical(result));
        return ShellHost.BridgeState(result);
    }

    private void Serve(int user)
    {
        ProcessStartInfo start = new(
            "/bin/sh", ["-c", $"{Become(user)} \"$0\" serve", Path.Combine(_host.Folder, "bridge", Path.GetFileName(BuiltFiles.Bridge))])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach ((string name, string? value) in Environment(user))
        {
            start.Environment[name] = value;
        }

        Process bridge = Process.Start(start)!;
        Task<string> said = bridge.StandardError.ReadToEndAsync();
        _ = bridge.StandardOutput.ReadToEndAsync();
        _bridges.Add(bridge);
        long began = Stopwatch.GetTimestamp();
        while (!File.Exists(Path.Combine(Home(user), "run", "grooveguru", "bridge.json")))
        {
            Assert.True(!bridge.HasExited && Stopwatch.GetElapsedTime(began) < Limit, "the bridge does not come up" + (bridge.HasExited ? said.Result : ""));
            Thread.Sleep(20);
        }
    }

    private Dictionary<string, string?> Environment(int user) => new()
    {
        ["HOME"] = Home(user),
        ["XDG_RUNTIME_DIR"] = Path.Combine(Home(user), "run"),
        ["XDG_STATE_HOME"] = null,
        ["XDG_DATA_HOME"] = null,
        ["XDG_CONFIG_HOME"] = null,
        ["XDG_CACHE_HOME"] = null,
        ["GROOVEGURU_RUNTIME_DIR"] = null,
        ["GROOVEGURU_CACHE_DIR"] = null,
        ["GROOVEGURU_NO_AUTOSTART"] = "1",
        ["DOTNET_CLI_HOME"] = Home(user),
    };

    private static int TryRead(int user, string path)
    {
        using Process process = Process.Start("/bin/sh", ["-c", $"{Become(user)} cat \"$0\" >/dev/null 2>&1", path]);
        process.WaitForExit();
        return process.ExitCode;
    }

    private static int ProcessIdIn(string path)
    {
        using JsonDocument endpoint = JsonDocument.Parse(File.ReadAllText(path));
        return endpoint.RootElement.GetProperty("processId").GetInt32();
    }

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
