using GrooveGuru.Core.Audio;
using GrooveGuru.EndToEnd.Tests.Processes;

namespace GrooveGuru.EndToEnd.Tests.Ardour;

/// <summary>The built bundle in a real Ardour 7: scanned, inserted, played, saved, loaded, exported.</summary>
public sealed class ArdourTests
{
    private const int SampleRateHz = 48000;
    private const int Seconds = 8;
    private const string PluginId = "6A1F3C529B7E4D08A4C1E25F73D90B16";
    private static readonly TimeSpan CreateTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PlayTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ExportTimeout = TimeSpan.FromSeconds(60);

    [ArdourFact]
    public async Task Bundle_InArdour_PassesAudioAndKeepsItsState()
    {
        using ArdourWorkplace ardour = new();
        ArdourSettings settings = new(PluginId, SampleRateHz, Seconds, WaitBeforeSeconds: 3, WaitAfterSeconds: 6);
        string song = ardour.PathOf("song.wav");
        WavFile.Write(song, TestSong.Make(SampleRateHz, Seconds));

        (ProcessOutput scan, string description) = await ardour.ScanAsync();
        scan.AssertSucceeded();
        Assert.Contains(PluginId, description, StringComparison.OrdinalIgnoreCase);

        ProcessOutput created = await ardour.RunAsync("create", settings, CreateTimeout);
        AssertParameters(created);
        ArdourSessionFile.PlaceAudio(ardour.SessionFile, "Guitar", song, channelCount: 2, Seconds);

        ProcessOutput played = await ardour.RunAsync("play", settings, PlayTimeout);
        AssertRolled(played);

        ProcessOutput exported = await ardour.RunAsync("export", settings, ExportTimeout);
        ParameterReading bypass = ParameterReading.AllOf(exported).First(reading => reading is { Moment: "reloaded", Label: "Bypass" });
        Assert.True(bypass.Value == 1, $"The bypass did not come back with the session: {exported}");
        AssertSameAudio(ardour, exported);
    }

    private static void AssertParameters(ProcessOutput created)
    {
        string[] outputs = ParameterReading.AllOf(created).Where(reading => reading.IsOutput).Select(reading => reading.Label).ToArray();
        Assert.Equal(["Bridge", "Integrated Loudness", "Tempo", "Open Recommendations"], outputs);
    }

    private static void AssertRolled(ProcessOutput played)
    {
        double[] peaksDb = played.LinesOf("ROLL").Select(line => double.Parse(line.Split(' ')[2])).ToArray();
        Assert.True(peaksDb.Length >= Seconds && peaksDb.Max() > -20, $"No sound came through the track: {played}");
    }

    private static void AssertSameAudio(ArdourWorkplace ardour, ProcessOutput exported)
    {
        string[] files = Directory.GetFiles(Path.Combine(ardour.SessionFolder, "export"), "*.wav");
        Assert.True(files.Length == 2, $"{files.Length} files were exported: {exported}");
        AudioBuffer[] audio = files.Select(file => AudioFile.ReadAll(file)).ToArray();
        Assert.Equal(SampleRateHz * Seconds, audio[0].FrameCount);
        for (int channel = 0; channel < 2; channel++)
        {
            Assert.Contains(audio[0].Channels[channel], sample => Math.Abs(sample) > 0.1f);
            Assert.True(
                audio[0].Channel(channel).SequenceEqual(audio[1].Channel(channel)),
                $"The export differs with and without the plugin in channel {channel}: {exported}");
        }
    }
}
