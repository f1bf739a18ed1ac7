using System.Globalization;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.EndToEnd.Tests.Ardour;

/// <summary>The built bundle in a real Ardour 7, with the bridge that the plugin starts: one run, looked at from all sides.</summary>
public sealed class ArdourTests(ArdourRun run) : IClassFixture<ArdourRun>
{
    private const double Connected = 2;

    [ArdourFact]
    public async Task Scanner_OfBundle_FindsThePlugin() =>
        Assert.Contains(ArdourRun.ClassId, (await run.Result).Description, StringComparison.OrdinalIgnoreCase);

    [ArdourFact]
    public async Task Plugin_Inserted_ShowsItsReadOnlyParameters()
    {
        ArdourResult result = await run.Result;
        string[] outputs = ParameterReading.AllOf(result.Created).Where(reading => reading.IsOutput).Select(reading => reading.Label).ToArray();
        Assert.Equal(["Bridge", "Integrated Loudness", "Tempo", "Open Recommendations"], outputs);
    }

    [ArdourFact]
    public async Task Track_Rolling_IsHeard()
    {
        ArdourResult result = await run.Result;
        double[] peaksDb = result.Played.LinesOf("ROLL").Select(line => double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture)).ToArray();
        Assert.True(peaksDb.Length >= ArdourRun.Seconds && peaksDb.Max() > -20, $"No sound came through the track: {result.Played}");
    }

    [ArdourFact]
    public async Task ReadOnlyParameters_AfterPlaying_HaveMoved()
    {
        ArdourResult result = await run.Result;
        ILookup<string, double> values = ParameterReading.AllOf(result.Played).ToLookup(reading => reading.Label, reading => reading.Value);
        string context = $"{result.Played} {result.Logs}";
        Assert.True(values["Bridge"].Contains(Connected), $"The bridge was never connected: {context}");
        Assert.True(Math.Abs(values["Integrated Loudness"].Last() - result.Report!.Extended.IntegratedLufs) < 0.5, context);
        Assert.True(Math.Abs(values["Tempo"].Last() - TestSong.TempoBpm) < 2, $"Tempo {values["Tempo"].Last()}: {context}");
        Assert.True(values["Open Recommendations"].Last() == Math.Min(result.Report.Recommendations.Count, 32), context);
    }

    [ArdourFact]
    public async Task Bridge_AfterPlaying_HoldsTheReport()
    {
        ArdourResult result = await run.Result;
        TrackReport report = result.Report ?? throw new InvalidOperationException($"No report: {result.Played} {result.Logs}");
        Assert.Equal("Guitar", result.Track!.Name);
        Assert.Equal(0, report.LostFrames);
        Assert.InRange(report.DurationSeconds, ArdourRun.Seconds - 0.5, ArdourRun.Seconds + 4);
        Assert.NotEmpty(report.Summary);
        Assert.NotEmpty(report.Features);
    }

    [ArdourFact]
    public async Task Session_SavedAndLoaded_KeepsTheState()
    {
        ArdourResult result = await run.Result;
        ParameterReading bypass = ParameterReading.AllOf(result.Exported).First(reading => reading is { Moment: "reloaded", Label: "Bypass" });
        Assert.True(bypass.Value == 1, $"The bypass did not come back with the session: {result.Exported}");
    }

    [ArdourFact]
    public async Task Export_WithAndWithoutPlugin_IsTheSameSampleForSample()
    {
        ArdourResult result = await run.Result;
        AudioBuffer with = result.WithPlugin ?? throw new InvalidOperationException($"Nothing was exported: {result.Exported}");
        AudioBuffer without = result.WithoutPlugin ?? throw new InvalidOperationException($"Nothing was exported: {result.Exported}");
        Assert.Equal(ArdourRun.SampleRateHz * ArdourRun.Seconds, with.FrameCount);
        for (int channel = 0; channel < 2; channel++)
        {
            Assert.Contains(with.Channels[channel], sample => Math.Abs(sample) > 0.1f);
            Assert.True(with.Channel(channel).SequenceEqual(without.Channel(channel)), $"Channel {channel} differs: {result.Exported}");
        }
    }
}
