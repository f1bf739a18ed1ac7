using System.Text.Json;
using System.Text.Json.Serialization;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Tests.Features;

/// <summary>What runs beside the music says the same as what reads the file, whenever it is asked and however the audio comes.</summary>
public class SnapshotTests
{
    private static readonly JsonSerializerOptions Everything = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    [Theory]
    [InlineData(44_100, 2, 1)]
    [InlineData(48_000, 2, 2)]
    [InlineData(22_050, 1, 3)]
    [InlineData(96_000, 3, 4)]
    public void Snapshot_AtAnyTime_IsTheAnalysisOfWhatWasHeard(int sampleRateHz, int channelCount, int seed)
    {
        AudioBuffer song = Song(sampleRateHz, channelCount, 9);
        var random = new Random(seed);
        var analyzer = new TrackAnalyzer(sampleRateHz, channelCount);
        for (int at = 0, part = 0; at < song.FrameCount; part++)
        {
            int count = Math.Min(random.Next(1, 30_000), song.FrameCount - at);
            analyzer.Push(song.Channels, at, count);
            at += count;
            if (part % 12 == 0)
            {
                Assert.Equal(Text(TrackAnalyzer.Analyze(Beginning(song, at))), Text(analyzer.Snapshot()));
            }
        }

        // Neither the snapshots nor one right before the end left a trace.
        Assert.Equal(Text(analyzer.Snapshot()), Text(analyzer.Snapshot()));
        Assert.Equal(Text(TrackAnalyzer.Analyze(song)), Text(analyzer.Finish()));
    }

    [Fact]
    public void Snapshot_WhileTheLevelRises_HasTheLoudestOfItsTime()
    {
        const int rate = 48_000;
        float[] noise = Signals.Noise(1, 8, rate, 4);
        AudioBuffer rising = Signals.Mono([.. noise.Select((sample, i) => sample * (float)Signals.FromDb(-120 + (12.0 * i / rate)))], rate);
        var analyzer = new TrackAnalyzer(rate, 1);
        var random = new Random(8);
        for (int at = 0; at < rising.FrameCount;)
        {
            int count = Math.Min(random.Next(1, 40_000), rising.FrameCount - at);
            analyzer.Push(rising.Channels, at, count);
            at += count;
            Assert.Equal(Text(TrackAnalyzer.Analyze(Beginning(rising, at))), Text(analyzer.Snapshot()));
        }
    }

    [Fact]
    public void Snapshot_NothingHeard_IsTheAnalysisOfNothing() => Assert.Equal(
        Text(TrackAnalyzer.Analyze(new AudioBuffer(2, 0, 44_100))), Text(new TrackAnalyzer(44_100, 2).Snapshot()));

    [Fact]
    public void Snapshot_FinishedOrSeveralThreads_IsRefused()
    {
        var analyzer = new TrackAnalyzer(44_100, 1);
        analyzer.Finish();

        Assert.Throws<InvalidOperationException>(analyzer.Snapshot);
        Assert.Throws<InvalidOperationException>(() => new TrackAnalyzer(44_100, 1, threadCount: 2).Snapshot());
    }

    private static string Text(TrackAnalysis analysis) => JsonSerializer.Serialize(analysis, Everything);

    private static AudioBuffer Beginning(AudioBuffer song, int frames) =>
        new([.. song.Channels.Select(channel => channel[..frames])], song.SampleRateHz);

    // Chords with struck beginnings, so that every stage has something to say.
    private static AudioBuffer Song(int sampleRateHz, int channelCount, double seconds)
    {
        var song = new AudioBuffer(channelCount, (int)(seconds * sampleRateHz), sampleRateHz);
        double[][] chords = [[220, 277.2, 329.6], [196, 246.9, 293.7]];
        float[] hiss = Signals.Noise(0.4, seconds, sampleRateHz, 9);
        for (int frame = 0; frame < song.FrameCount; frame++)
        {
            double time = (double)frame / sampleRateHz, sinceBeat = time % 0.5;
            double chord = chords[(int)(time / 2) % 2].Sum(hz => Math.Sin(2 * Math.PI * hz * time)) * 0.1;
            double struck = hiss[frame] * Math.Exp(-40 * sinceBeat);
            for (int channel = 0; channel < channelCount; channel++)
            {
                song.Channel(channel)[frame] = (float)((chord * (1 - (0.3 * channel))) + struck);
            }
        }

        return song;
    }
}
