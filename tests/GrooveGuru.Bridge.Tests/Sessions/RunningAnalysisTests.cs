using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using GrooveGuru.Bridge.Sessions;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Bridge.Tests.Sessions;

/// <summary>What is measured while a track plays is what its file would give, whatever came in between.</summary>
public sealed class RunningAnalysisTests : IDisposable
{
    private const int SampleRateHz = 22_050;

    private static readonly JsonSerializerOptions Everything = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly string _folder = Directory.CreateTempSubdirectory("groove-João-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Snapshot_BlocksGapsAndReplays_IsTheAnalysisOfTheCapture(int seed)
    {
        Random random = new(seed);
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 2, maxSeconds: 600);
        RunningAnalysis running = new(timeline);
        long position = -3000;
        for (int block = 0; block < 120; block++)
        {
            int frames = random.Next(1, 9000);
            timeline.Write(position, Music(position, frames));
            position += frames + (random.Next(20) switch
            {
                0 => random.Next(1, 20_000), // lost blocks
                1 => random.Next(30_000, 90_000), // the user jumps ahead
                2 => -random.Next(1, 60_000), // and back
                _ => 0,
            });
            running.Follow(CancellationToken.None);
            if (block % 30 == 29)
            {
                Assert.Equal(Text(Whole(timeline)), Text(running.Snapshot(CancellationToken.None)));
            }
        }

        Assert.Equal(Text(Whole(timeline)), Text(running.Snapshot(CancellationToken.None)));
    }

    [Fact]
    public void Follow_PlainPlaying_NeverBeginsAnew()
    {
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 2, maxSeconds: 600);
        RunningAnalysis running = new(timeline);
        for (int block = 0; block < 50; block++)
        {
            timeline.Write(block * 5000, Music(block * 5000, 5000));
            running.Follow(CancellationToken.None);
            running.Snapshot(CancellationToken.None);
        }

        Assert.Equal(0, running.Restarts);
    }

    [Fact]
    public void Snapshot_SilenceBeforeAndAfterTheSong_IsTheAnalysisOfTheSong()
    {
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 2, maxSeconds: 600), song = new(_folder, SampleRateHz, 2, maxSeconds: 600);
        RunningAnalysis running = new(timeline);
        byte[] silence = new byte[5000 * 2 * sizeof(float)], music = Music(0, 100_000);
        for (int block = 0; block < 60; block++)
        {
            timeline.Write((block - 30) * 5000, block is >= 30 and < 50 ? music.AsSpan((block - 30) * silence.Length, silence.Length) : silence);
            running.Follow(CancellationToken.None);
        }

        song.Write(0, music);

        Assert.Equal(Text(Whole(song)), Text(running.Snapshot(CancellationToken.None)));
        Assert.Equal(0, running.Restarts);
    }

    [Fact]
    public void Snapshot_OfSilenceThenOfASong_IsTheAnalysisOfTheSong()
    {
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 2, maxSeconds: 600), song = new(_folder, SampleRateHz, 2, maxSeconds: 600);
        RunningAnalysis running = new(timeline);
        byte[] music = Music(0, 100_000);
        timeline.Write(-20_000, new byte[20_000 * 2 * sizeof(float)]);
        running.Snapshot(CancellationToken.None);
        timeline.Write(0, music);
        song.Write(0, music);

        Assert.Equal(Text(Whole(song)), Text(running.Snapshot(CancellationToken.None)));
    }

    [Fact]
    public void Snapshot_CancelledHalfWay_IsWholeTheNextTime()
    {
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 2, maxSeconds: 600);
        RunningAnalysis running = new(timeline);
        timeline.Write(0, Music(0, 100_000));
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => running.Snapshot(cancelled.Token));
        Assert.Equal(Text(Whole(timeline)), Text(running.Snapshot(CancellationToken.None)));
    }

    private static TrackAnalysis Whole(CaptureTimeline timeline)
    {
        using IAudioSource source = timeline.OpenSource();
        return TrackAnalyzer.Analyze(source);
    }

    private static string Text(TrackAnalysis analysis) => JsonSerializer.Serialize(analysis, Everything);

    // A chord that is struck twice a second, as interleaved bytes.
    private static byte[] Music(long position, int frames)
    {
        float[] interleaved = new float[2 * frames];
        for (int frame = 0; frame < frames; frame++)
        {
            double time = (double)(position + frame) / SampleRateHz, since = ((time % 0.5) + 0.5) % 0.5;
            double sample = 0.2 * (Math.Sin(1400 * time) + Math.Sin(1760 * time)) * Math.Exp(-6 * since);
            interleaved[2 * frame] = (float)sample;
            interleaved[(2 * frame) + 1] = (float)(0.7 * sample);
        }

        return MemoryMarshal.AsBytes(interleaved.AsSpan()).ToArray();
    }
}
