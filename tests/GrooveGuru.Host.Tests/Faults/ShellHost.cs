using System.Diagnostics;
using System.Text.Json.Nodes;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Host.Tests.Faults;

/// <summary>The host with the bundle, in a process that is denied something, with a folder of its own for everything.</summary>
internal sealed class ShellHost : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>A song of two seconds to be played.</summary>
    public ShellHost()
    {
        AudioBuffer audio = new(2, 2 * 44_100, 44_100);
        Random random = new(9);
        foreach (float[] channel in audio.Channels)
        {
            foreach (ref float sample in channel.AsSpan())
            {
                sample = (float)((random.NextDouble() - 0.5) * 0.2);
            }
        }

        WavFile.Write(Song, audio);
    }

    /// <summary>For whatever the test needs.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("gg-faults-").FullName;

    /// <summary>What is played.</summary>
    public string Song => Path.Combine(Folder, "song.wav");

    /// <summary>Plays the song under a shell's command line.</summary>
    /// <param name="denial">What comes before the program: "ulimit …;", "exec setpriv … ". A program of its own ends in "exec".</param>
    /// <param name="environment">What the process sees beside our own environment; null takes a variable away.</param>
    /// <param name="bundle">The bundle.</param>
    /// <param name="host">The host's program.</param>
    /// <returns>The host's last line.</returns>
    public JsonNode Play(string denial, Dictionary<string, string?> environment, string? bundle = null, string? host = null)
    {
        host ??= Path.Combine(AppContext.BaseDirectory, "grooveguru-host.dll");
        ProcessStartInfo start = new(
            "/bin/sh", ["-c", $"{denial} dotnet exec \"$0\" \"$1\" --input \"$2\" --progress --speed 1", host, bundle ?? BuiltFiles.Bundle, Song])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        start.Environment["DOTNET_CLI_HOME"] = Path.GetTempPath(); // the host's own runtime, not what is tested, wants a home
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> lines = process.StandardOutput.ReadToEndAsync();
        bool hasEnded = process.WaitForExit(Limit);
        if (!hasEnded)
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.True(hasEnded && process.ExitCode == 0, $"{lines.Result} {errors.Result}");
        return JsonNode.Parse(lines.Result.TrimEnd().Split('\n')[^1])!;
    }

    /// <summary>Whether all came out as it went in.</summary>
    public static bool IsBitIdentical(JsonNode result) => result["bit_identical"]!.GetValue<bool>();

    /// <summary>What the plugin showed of its bridge at the end.</summary>
    public static string BridgeState(JsonNode result) => result["outputs"]!["Bridge"]!["text"]!.GetValue<string>();

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
