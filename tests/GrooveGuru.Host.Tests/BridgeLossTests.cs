using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Host.Tests;

/// <summary>The bundle in a host process of its own, with a real bridge that is killed while it plays.</summary>
public sealed class BridgeLossTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(5);
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-loss-").FullName;
    private readonly Dictionary<string, string> _environment;

    public BridgeLossTests() => _environment = new()
    {
        ["GROOVEGURU_RUNTIME_DIR"] = Path.Combine(_folder, "run"),
        ["XDG_STATE_HOME"] = Path.Combine(_folder, "state"),
        ["XDG_DATA_HOME"] = Path.Combine(_folder, "data"),
        ["XDG_CACHE_HOME"] = Path.Combine(_folder, "cache"),
        ["GROOVEGURU_NO_AUTOSTART"] = "0",
    };

    public void Dispose()
    {
        KillBridge();
        Directory.Delete(_folder, recursive: true);
    }

    [BundleFact]
    public void Bridge_KilledWhilePlaying_IsStartedAgainAndTheAudioPasses()
    {
        string song = Path.Combine(_folder, "João's take #1.wav");
        WavFile.Write(song, Noise(seconds: 8));
        using Process first = Start(BuiltFiles.Bridge, ["serve"]);
        AwaitEndpoint(); // else the plugin would start one of its own
        using Process host = Start(
            "dotnet",
            ["exec", Path.Combine(AppContext.BaseDirectory, "grooveguru-host.dll"), BuiltFiles.Bundle, "--input", song, "--progress",
                "--tail-until-stdin-closes"]);
        AwaitBridge(host, "connected");

        first.Kill();
        AwaitBridge(host, state => state != "connected");
        AwaitBridge(host, "connected");

        host.StandardInput.Close();
        JsonNode result = ReadUntil(host, line => line["event"]!.GetValue<string>() == "result");
        Assert.True(host.WaitForExit(Limit), "the host does not end");
        Assert.Equal(0, host.ExitCode);
        Assert.True(result["bit_identical"]!.GetValue<bool>());
    }

    [BundleFact]
    public void Bridge_StoppedWhilePlaying_IsSaidAndFoundAgainAndTheAudioPasses()
    {
        using Process bridge = Start(BuiltFiles.Bridge, ["serve"]);
        AwaitEndpoint();
        using Process host = StartHost();
        AwaitBridge(host, "connected");

        Signal(bridge, "STOP");
        AwaitBridge(host, state => state != "connected");
        Signal(bridge, "CONT");
        AwaitBridge(host, "connected");

        AssertUntouched(host);
    }

    [BundleFact]
    public void Bridge_OfAnotherVersion_IsSaidAndTheAudioPasses()
    {
        using Process bridge = Start(BuiltFiles.Bridge, ["serve"]);
        AwaitEndpoint();
        string endpoint = Path.Combine(_folder, "run", "bridge.json");
        JsonNode announced = JsonNode.Parse(File.ReadAllText(endpoint))!;
        announced["contractVersion"] = 99;
        File.WriteAllText(endpoint, announced.ToJsonString()); // as a newer one writes it
        using Process host = StartHost();

        AwaitBridge(host, "wrong version");

        AssertUntouched(host);
        bridge.Kill();
        bridge.WaitForExit();
    }

    private Process StartHost()
    {
        string song = Path.Combine(_folder, "song.wav");
        WavFile.Write(song, Noise(seconds: 8));
        return Start(
            "dotnet",
            ["exec", Path.Combine(AppContext.BaseDirectory, "grooveguru-host.dll"), BuiltFiles.Bundle, "--input", song, "--progress",
                "--tail-until-stdin-closes"]);
    }

    private static void AssertUntouched(Process host)
    {
        host.StandardInput.Close();
        JsonNode result = ReadUntil(host, line => line["event"]!.GetValue<string>() == "result");
        Assert.True(host.WaitForExit(Limit), "the host does not end");
        Assert.Equal(0, host.ExitCode);
        Assert.True(result["bit_identical"]!.GetValue<bool>());
    }

    private static void Signal(Process process, string name)
    {
        using Process kill = Process.Start("kill", ["-" + name, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    private void AwaitEndpoint()
    {
        long start = Stopwatch.GetTimestamp();
        while (!File.Exists(Path.Combine(_folder, "run", "bridge.json")))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Limit, "the bridge does not come up");
            Thread.Sleep(20);
        }
    }

    private static void AwaitBridge(Process host, string state) => AwaitBridge(host, seen => seen == state);

    private static void AwaitBridge(Process host, Predicate<string> isWanted)
        => ReadUntil(host, line => isWanted(line["outputs"]!["Bridge"]!["text"]!.GetValue<string>()));

    private static JsonNode ReadUntil(Process host, Predicate<JsonNode> isWanted)
    {
        long start = Stopwatch.GetTimestamp();
        for (TimeSpan left = Limit; left > TimeSpan.Zero; left = Limit - Stopwatch.GetElapsedTime(start))
        {
            Task<string?> reading = host.StandardOutput.ReadLineAsync();
            if (!reading.Wait(left) || reading.Result is not { } line)
            {
                break;
            }

            JsonNode parsed = JsonNode.Parse(line)!;
            if (isWanted(parsed))
            {
                return parsed;
            }
        }

        bool hasEnded = host.WaitForExit(ExitLimit);
        host.Kill(); // while it lives, what it said does not end; no harm where it has ended
        string outcome = hasEnded ? "has ended" : "goes on";
        Task<string> errors = host.StandardError.ReadToEndAsync(); // a child of the host may still hold it
        string said = errors.Wait(ExitLimit) ? errors.Result : "";
        throw new InvalidOperationException($"The host {outcome} without what was waited for: {said}");
    }

    private static AudioBuffer Noise(int seconds)
    {
        AudioBuffer audio = new(2, seconds * 44_100, 44_100);
        Random random = new(9);
        foreach (float[] channel in audio.Channels)
        {
            foreach (ref float sample in channel.AsSpan())
            {
                sample = (float)((random.NextDouble() - 0.5) * 0.2);
            }
        }

        return audio;
    }

    private Process Start(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _environment["GROOVEGURU_BRIDGE"] = BuiltFiles.Bridge;
        foreach ((string name, string value) in _environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private void KillBridge()
    {
        string file = Path.Combine(_folder, "run", "bridge.json");
        if (!File.Exists(file))
        {
            return;
        }

        using JsonDocument endpoint = JsonDocument.Parse(File.ReadAllText(file));
        JsonProperty? id = endpoint.RootElement.EnumerateObject()
            .Cast<JsonProperty?>()
            .FirstOrDefault(property => property!.Value.Name.Contains("process", StringComparison.OrdinalIgnoreCase));
        if (id is { } found && Process.GetProcesses().FirstOrDefault(process => process.Id == found.Value.GetInt32()) is { } bridge)
        {
            bridge.Kill();
            bridge.WaitForExit();
        }
    }
}
