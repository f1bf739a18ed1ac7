using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using GrooveGuru.EndToEnd.Tests.Bridge;
using GrooveGuru.EndToEnd.Tests.Processes;

namespace GrooveGuru.EndToEnd.Tests.HostDriven;

/// <summary>Our headless host playing a song in real time through the built plugin, then going on until it is told to end.</summary>
internal sealed class HostedPlugin : IDisposable
{
    private const int Connected = 2;
    private static readonly TimeSpan EndTimeout = TimeSpan.FromSeconds(30);
    private readonly ExternalProcess _process;
    private readonly MeetingPlace _place;

    /// <summary>Starts the host.</summary>
    /// <param name="place">Where plugin and bridge meet.</param>
    /// <param name="songPath">What it plays.</param>
    public HostedPlugin(MeetingPlace place, string songPath)
    {
        _place = place;
        _process = ExternalProcess.Start(
            Product.Host,
            [Product.Bundle, "--input", songPath, "--block", "256", "--progress", "--track-name", "Guitar", "--tail-until-stdin-closes"],
            place.Environment);
    }

    /// <summary>What the host reported, in order.</summary>
    public IReadOnlyList<JsonNode> Events =>
        _process.Text.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonNode.Parse(line)!).ToArray();

    /// <summary>Waits for an event.</summary>
    /// <param name="what">What is waited for, for the failure message.</param>
    /// <param name="timeout">How long.</param>
    /// <param name="isIt">Decides; only events after <paramref name="skip"/> are asked.</param>
    /// <param name="skip">Events that do not count because they came before.</param>
    public async Task WaitForAsync(string what, TimeSpan timeout, Predicate<JsonNode> isIt, int skip = 0)
    {
        long start = Stopwatch.GetTimestamp();
        while (!Events.Skip(skip).Any(report => isIt(report)))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < timeout, $"{what} did not come: {_process.Text} {_place.Logs}");
            await Task.Delay(100);
        }
    }

    /// <summary>Whether an event shows the plugin connected to a bridge.</summary>
    public static bool IsConnected(JsonNode report) => (int)Output(report, "Bridge") == Connected;

    /// <summary>Whether the song still played at an event.</summary>
    public static bool IsPlaying(JsonNode report) => (string?)report["event"] == "playing";

    /// <summary>The plain value of a read-only parameter at an event.</summary>
    public static double Output(JsonNode report, string title) => (double?)report["outputs"]?[title]?["value"] ?? double.NaN;

    /// <summary>Ends the host and gives its result.</summary>
    public async Task<JsonNode> FinishAsync()
    {
        ProcessOutput output = await _process.WaitAsync(EndTimeout);
        Assert.True(output.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"exit {output.ExitCode}: {output} {_place.Logs}"));
        return Events.Single(report => (string?)report["event"] == "result");
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();
}
