using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Plugin.Processing.Realtime;

namespace GrooveGuru.Plugin.Tests.Processing.Realtime;

public class CaptureRingTests
{
    [Theory]
    [InlineData(512)]
    [InlineData(1500)]
    [InlineData(-1024)]
    public void Capacity_NoPowerOfTwo_IsRefused(int capacityBytes)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new CaptureRing(capacityBytes));

    [Fact]
    public void Block_WrittenAndRead_IsInterleavedAndUnchanged()
    {
        CaptureRing ring = new(1024);
        CaptureHeader header = new() { FrameCount = 2, ChannelCount = 2, StreamPositionFrames = 7, TempoBpm = 93.5 };
        // A signalling NaN must survive; written as bits, since the compiler quiets one that it folds as a number.
        float[] left = MemoryMarshal.Cast<int, float>(new[] { 0x3F800000, 0x7FA00001 }).ToArray();

        Assert.True(ring.TryWrite(header, left, [3, -0f]));

        Assert.True(ring.TryPeek(out CaptureHeader read, out ReadOnlySpan<byte> samples));
        Assert.Equal(7, read.StreamPositionFrames);
        Assert.Equal(93.5, read.TempoBpm);
        Assert.Equal(
            new[] { 0x3F800000, 0x40400000, 0x7FA00001, unchecked((int)0x80000000) },
            MemoryMarshal.Cast<byte, int>(samples).ToArray());
        ring.Advance();
        Assert.True(ring.IsEmpty);
    }

    [Fact]
    public void Block_ThatFindsNoRoom_IsDroppedAndCounted()
    {
        CaptureRing ring = new(1024);
        CaptureHeader header = new() { FrameCount = 100, ChannelCount = 1 };
        float[] block = new float[100]; // 464 bytes, rounded to 512
        Assert.True(ring.TryWrite(header, block, default));
        Assert.True(ring.TryWrite(header, block, default));

        Assert.False(ring.TryWrite(header, block, default));

        Assert.Equal(100, ring.DroppedFrames);
        Assert.Equal(1, ring.DroppedBlocks);
        Assert.True(ring.TryPeek(out _, out _));
        ring.Advance();
        Assert.True(ring.TryWrite(header, block, default));
    }

    [Fact]
    public void Operations_InAnyOrder_GiveTheSameBlocksInOrderOrCountedDrops()
    {
        // A positive number writes a block of so many frames, 0 reads one.
        Gen<int[]> operations = Gen.Frequency((2, Gen.Choose(1, 300)), (1, Gen.Constant(0))).ArrayOf(200);

        Prop.ForAll(operations.ToArbitrary(), script => RunScript(script, channels: 1) && RunScript(script, channels: 2))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Threads_WritingAndReading_LoseNothingThatWasNotCounted()
    {
        CaptureRing ring = new(16 * 1024);
        const int Blocks = 20_000;
        Thread writer = new(() =>
        {
            float[] left = new float[256];
            float[] right = new float[256];
            Random random = new(1);
            long position = 0;
            for (int block = 0; block < Blocks; block++)
            {
                int frames = random.Next(1, 256);
                for (int frame = 0; frame < frames; frame++)
                {
                    left[frame] = (position + frame) % 65536;
                    right[frame] = -left[frame];
                }

                CaptureHeader header = new() { FrameCount = frames, ChannelCount = 2, StreamPositionFrames = position };
                ring.TryWrite(header, left.AsSpan(0, frames), right.AsSpan(0, frames));
                position += frames;
            }

            CaptureHeader end = new() { FrameCount = 1, ChannelCount = 1, StreamPositionFrames = -1 };
            while (!ring.TryWrite(end, [0], default))
            {
                Thread.Yield();
            }
        });
        writer.Start();

        long expected = 0;
        long missing = 0;
        bool isIntact = true;
        while (true)
        {
            if (!ring.TryPeek(out CaptureHeader header, out ReadOnlySpan<byte> samples))
            {
                continue;
            }

            if (header.StreamPositionFrames < 0)
            {
                break;
            }

            missing += header.StreamPositionFrames - expected;
            expected = header.StreamPositionFrames + header.FrameCount;
            ReadOnlySpan<float> values = MemoryMarshal.Cast<byte, float>(samples);
            for (int frame = 0; frame < header.FrameCount; frame++)
            {
                float value = (header.StreamPositionFrames + frame) % 65536;
                isIntact &= values[2 * frame] == value && values[(2 * frame) + 1] == -value;
            }

            ring.Advance();
        }

        writer.Join();
        Assert.True(isIntact);
        Assert.True(missing <= ring.DroppedFrames, $"{missing} frames are missing, {ring.DroppedFrames} were counted");
    }

    private static bool RunScript(int[] script, int channels)
    {
        CaptureRing ring = new(4096);
        Queue<(long Position, int Frames)> model = new();
        long position = 0;
        long dropped = 0;
        foreach (int operation in script)
        {
            if (operation > 0)
            {
                float[] left = [.. Enumerable.Range(0, operation).Select(frame => (float)(position + frame))];
                float[] right = [.. left.Select(value => -value)];
                CaptureHeader header = new() { FrameCount = operation, ChannelCount = channels, StreamPositionFrames = position };
                if (ring.TryWrite(header, left, channels == 2 ? right : default))
                {
                    model.Enqueue((position, operation));
                }
                else
                {
                    dropped += operation;
                }

                position += operation;
            }
            else if (!ReadMatches(ring, model, channels))
            {
                return false;
            }
        }

        while (model.Count > 0)
        {
            if (!ReadMatches(ring, model, channels))
            {
                return false;
            }
        }

        return ring.IsEmpty && ring.DroppedFrames == dropped;
    }

    private static bool ReadMatches(CaptureRing ring, Queue<(long Position, int Frames)> model, int channels)
    {
        if (!ring.TryPeek(out CaptureHeader header, out ReadOnlySpan<byte> samples))
        {
            return model.Count == 0;
        }

        (long position, int frames) = model.Dequeue();
        ReadOnlySpan<float> values = MemoryMarshal.Cast<byte, float>(samples);
        bool matches = header.StreamPositionFrames == position && header.FrameCount == frames && values.Length == frames * channels;
        for (int frame = 0; matches && frame < frames; frame++)
        {
            matches = values[frame * channels] == position + frame
                && (channels == 1 || values[(frame * channels) + 1] == -(position + frame));
        }

        ring.Advance();
        return matches;
    }
}
