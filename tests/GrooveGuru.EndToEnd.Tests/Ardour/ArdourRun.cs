using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;
using GrooveGuru.Core.Audio;
using GrooveGuru.EndToEnd.Tests.Bridge;
using GrooveGuru.EndToEnd.Tests.Processes;

namespace GrooveGuru.EndToEnd.Tests.Ardour;

/// <summary>One whole pass through Ardour, made for the first test that asks: its tests look at what came of it.</summary>
public sealed class ArdourRun : IDisposable
{
    /// <summary>The session's rate, Hz.</summary>
    public const int SampleRateHz = 48000;

    /// <summary>The song's length, s.</summary>
    public const int Seconds = 8;

    private const string PluginId = "6A1F3C529B7E4D08A4C1E25F73D90B16";
    private static readonly TimeSpan StepTimeout = TimeSpan.FromSeconds(60);
    private readonly Lazy<Task<ArdourResult>> _result;
    private readonly MeetingPlace _place = new();

    /// <summary>A run that has not begun.</summary>
    public ArdourRun() => _result = new Lazy<Task<ArdourResult>>(RunAsync);

    /// <summary>The plugin's class id, 32 hexadecimal digits.</summary>
    public static string ClassId => PluginId;

    /// <summary>What came of it; fails where a step failed.</summary>
    internal Task<ArdourResult> Result => _result.Value;

    /// <inheritdoc/>
    public void Dispose() => _place.Dispose();

    private async Task<ArdourResult> RunAsync()
    {
        using ArdourWorkplace ardour = new(_place.Environment);
        ArdourSettings settings = new(PluginId, SampleRateHz, Seconds, WaitBeforeSeconds: 5, WaitAfterSeconds: 8);
        string song = ardour.PathOf("song.wav");
        WavFile.Write(song, TestSong.Make(SampleRateHz, Seconds));
        (ProcessOutput scan, string description) = await ardour.ScanAsync();
        scan.AssertSucceeded();
        ProcessOutput created = await ardour.RunAsync("create", settings, StepTimeout);
        ArdourSessionFile.PlaceAudio(ardour.SessionFile, "Guitar", song, channelCount: 2, Seconds);
        ProcessOutput played = await ardour.RunAsync("play", settings, StepTimeout);
        (TrackSummary? track, TrackReport? report) = await AskBridgeAsync();
        ProcessOutput exported = await ardour.ExportAsync("with", settings, StepTimeout);
        await ardour.ExportAsync("without", settings, StepTimeout);
        string exports = Path.Combine(ardour.SessionFolder, "export");
        return new ArdourResult(description, created, played, exported, _place.Logs, track, report,
            Read(exports, "with"), Read(exports, "without"));
    }

    private static AudioBuffer? Read(string folder, string prefix) =>
        Directory.EnumerateFiles(folder, $"{prefix}*.wav").Select(path => AudioFile.ReadAll(path)).FirstOrDefault();

    private async Task<(TrackSummary? Track, TrackReport? Report)> AskBridgeAsync()
    {
        if (_place.Endpoint is null)
        {
            return (null, null);
        }

        await using GrpcConnection bridge = _place.Connect();
        GrpcCallOptions options = new() { Deadline = StepTimeout };
        TrackList tracks = await bridge.CallAsync(BridgeMethods.ListTracks, new ListTracksRequest(), options);
        TrackSummary? heard = tracks.Tracks.MaxBy(track => track.HeardSeconds);
        return heard is null
            ? (null, null)
            : (heard, await bridge.CallAsync(BridgeMethods.GetReport, new ReportRequest { TrackId = heard.TrackId }, options));
    }
}
