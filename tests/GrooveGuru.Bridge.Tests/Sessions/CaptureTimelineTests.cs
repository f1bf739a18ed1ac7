using System.Runtime.InteropServices;
using GrooveGuru.Bridge.Sessions;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Tests.Sessions;

public sealed class CaptureTimelineTests : IDisposable
{
    private const int SampleRateHz = 1000;

    private readonly string _folder = Directory.CreateTempSubdirectory("groove-João-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_BlocksOfAnySize_ReadsBackInOrder()
    {
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 2, maxSeconds: 60);
        Random random = new(7);
        float[] samples = [.. Enumerable.Range(0, 2 * 5500).Select(i => (float)i)];
        int frame = 0;
        while (frame < 5500)
        {
            int frames = Math.Min(random.Next(1, 1700), 5500 - frame);
            Assert.True(timeline.Write(123_456 + frame, Bytes(samples.AsSpan(2 * frame, 2 * frames))));
            frame += frames;
        }

        float[][] read = ReadAll(timeline);

        Assert.Equal(5500, timeline.HeardFrames);
        Assert.Equal(123_456, timeline.FirstPositionFrames);
        Assert.Equal(Enumerable.Range(0, 5500).Select(i => 2f * i), read[0]);
        Assert.Equal(Enumerable.Range(0, 5500).Select(i => (2f * i) + 1), read[1]);
    }

    [Fact]
    public void Write_SamePlaceAgain_Replaces()
    {
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 1, maxSeconds: 60);
        timeline.Write(0, Bytes(Enumerable.Repeat(1f, 3000).ToArray()));
        timeline.Write(500, Bytes(Enumerable.Repeat(2f, 1000).ToArray()));

        float[] read = ReadAll(timeline)[0];

        Assert.Equal(3000, read.Length);
        Assert.All(read[..500], sample => Assert.Equal(1f, sample));
        Assert.All(read[500..1500], sample => Assert.Equal(2f, sample));
        Assert.All(read[1500..], sample => Assert.Equal(1f, sample));
    }

    [Fact]
    public void OpenSource_Gaps_ShortOnesAreSilenceAndLongOnesLeftOut()
    {
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 1, maxSeconds: 600);
        timeline.Write(-200, Bytes(Enumerable.Repeat(1f, 300).ToArray()));
        timeline.Write(150, Bytes(Enumerable.Repeat(2f, 100).ToArray()));
        timeline.Write(90_000, Bytes(Enumerable.Repeat(3f, 100).ToArray()));

        float[] read = ReadAll(timeline)[0];

        float[] expected =
        [
            .. Enumerable.Repeat(1f, 300), .. Enumerable.Repeat(0f, 50), .. Enumerable.Repeat(2f, 100), .. Enumerable.Repeat(3f, 100),
        ];
        Assert.Equal(expected, read);
    }

    [Fact]
    public void Write_BeyondTheLimit_IsRefusedAndKeepsWhatThereWas()
    {
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 1, maxSeconds: 2);

        bool kept = timeline.Write(0, Bytes(new float[5000]));

        Assert.False(kept);
        Assert.Equal(2000, timeline.HeardFrames);
    }

    [Fact]
    public void ReadOn_GrowingCaptureWithGaps_PartsTogetherAreTheWhole()
    {
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 1, maxSeconds: 600);
        CaptureMark mark = timeline.SetMark();
        Random random = new(11);
        List<float> parts = [];
        long position = -700;
        for (int block = 0; block < 60; block++)
        {
            float[] samples = [.. Enumerable.Range(0, random.Next(1, 900)).Select(_ => random.NextSingle())];
            position += block % 9 == 4 ? random.Next(1, 900) : block % 9 == 7 ? random.Next(1100, 9000) : 0; // a bridged gap, a long one
            timeline.Write(position, Bytes(samples));
            position += samples.Length;
            if (block % 3 == 1)
            {
                parts.AddRange(ReadOn(timeline, mark));
            }
        }

        parts.AddRange(ReadOn(timeline, mark));

        Assert.False(mark.IsDisturbed);
        Assert.Null(timeline.ReadOn(mark, evenIfSilent: true));
        Assert.Equal(ReadAll(timeline)[0], parts);
    }

    [Theory]
    [InlineData(500, true)] // an old place again
    [InlineData(1500, true)] // a long gap that was left out
    [InlineData(3100, false)] // behind the end
    public void ReadOn_WrittenBeforeTheMark_DisturbsIt(long positionFrames, bool disturbed)
    {
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 1, maxSeconds: 600);
        timeline.Write(0, Bytes(new float[1000]));
        timeline.Write(3000, Bytes(new float[100]));
        CaptureMark mark = timeline.SetMark();
        ReadOn(timeline, mark);

        timeline.Write(positionFrames, Bytes(new float[10]));

        Assert.Equal(disturbed, mark.IsDisturbed);
    }

    [Fact]
    public void Silence_AroundTheSong_IsNotRead()
    {
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 1, maxSeconds: 600);
        float[] song = [.. Enumerable.Repeat(0.5f, 1500), .. new float[3000], .. Enumerable.Repeat(0.25f, 500)];
        timeline.Write(-4000, Bytes(new float[4000]));
        timeline.Write(0, Bytes(song));
        timeline.Write(song.Length, Bytes(Enumerable.Repeat(1e-5f, 90_000).ToArray()));

        Assert.Equal(song, ReadAll(timeline)[0]);
    }

    [Fact]
    public void ListSpansForWork_LiesAsItDoesInTheProject()
    {
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 1, maxSeconds: 6000);
        timeline.Write(1000, Bytes(new float[500]));
        timeline.Write(1500, Bytes(Enumerable.Repeat(1f, 2000).ToArray()));
        timeline.Write(60_000, Bytes(Enumerable.Repeat(2f, 1000).ToArray()));
        timeline.Write(61_000, Bytes(new float[90_000]));

        using IAudioSource source = timeline.OpenSource(timeline.ListSpansForWork());
        float[] read = ReadAll(source)[0];

        float[] expected =
        [
            .. new float[500], .. Enumerable.Repeat(1f, 2000), .. new float[56_500], .. Enumerable.Repeat(2f, 1000), .. new float[5000],
        ];
        Assert.Equal(expected, read);
        Assert.Equal(1000, timeline.FirstPositionFrames);
    }

    [Fact]
    public void Silence_AndNothingElse_IsRead()
    {
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 1, maxSeconds: 600);
        timeline.Write(0, Bytes(new float[4000]));

        Assert.Equal(4000, ReadAll(timeline)[0].Length);
    }

    [Fact]
    public void Cut_AnyPart_HoldsThatPart()
    {
        using CaptureTimeline timeline = new(_folder, SampleRateHz, 1, maxSeconds: 600);
        timeline.Write(0, Bytes([.. Enumerable.Range(0, 2500).Select(i => (float)i)]));
        timeline.Write(3000, Bytes([.. Enumerable.Range(3000, 700).Select(i => (float)i)]));
        IReadOnlyList<CaptureSpan> spans = timeline.ListSpans();
        float[] whole = ReadAll(timeline)[0];

        foreach ((int first, int count) in ((int, int)[])[(0, 3700), (0, 1), (999, 2), (2400, 700), (3600, 999), (5000, 1)])
        {
            using IAudioSource part = timeline.OpenSource(CaptureSpan.Cut(spans, first, count));
            Assert.Equal(whole.Skip(first).Take(count), ReadAll(part)[0]);
        }
    }

    [Fact]
    public void Dispose_WhileASourceReads_FileLivesUntilTheSourceEnds()
    {
        CaptureTimeline timeline = new(_folder, SampleRateHz, 1, maxSeconds: 60);
        timeline.Write(0, Bytes(Enumerable.Repeat(5f, 10).ToArray()));
        float[][] block = [new float[10]];
        using (IAudioSource source = timeline.OpenSource())
        {
            timeline.Dispose();
            Assert.Equal(10, source.Read(block, 0, 10));
        }

        Assert.Equal(5f, block[0][9]);
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    private static byte[] Bytes(ReadOnlySpan<float> samples) => MemoryMarshal.AsBytes(samples).ToArray();

    private static float[] ReadOn(CaptureTimeline timeline, CaptureMark mark)
    {
        using IAudioSource? source = timeline.ReadOn(mark, evenIfSilent: true);
        return source is null ? [] : ReadAll(source)[0];
    }

    private static float[][] ReadAll(CaptureTimeline timeline)
    {
        using IAudioSource source = timeline.OpenSource();
        return ReadAll(source);
    }

    private static float[][] ReadAll(IAudioSource source)
    {
        float[][] all = [.. Enumerable.Range(0, source.ChannelCount).Select(_ => new float[source.FrameCount!.Value])];
        int done = 0;
        int read;
        while ((read = source.Read(all, done, Math.Min(700, all[0].Length - done))) > 0)
        {
            done += read;
        }

        Assert.Equal(all[0].Length, done);
        return all;
    }
}
