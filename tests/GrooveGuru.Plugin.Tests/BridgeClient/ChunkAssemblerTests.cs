using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.BridgeClient;
using GrooveGuru.Plugin.Processing.Realtime;

namespace GrooveGuru.Plugin.Tests.BridgeClient;

public class ChunkAssemblerTests
{
    private readonly CaptureRing _ring = new(1024 * 1024);
    private readonly ChunkAssembler _assembler = new();
    private long _position;

    [Fact]
    public void Blocks_ThatFollowEachOther_AreJoined()
    {
        Write(64, projectTime: 0);
        Write(64, projectTime: 64);

        AudioChunk chunk = _assembler.Next(_ring)!.Audio;

        Assert.Equal(128 * 2 * sizeof(float), chunk.Samples.Length);
        Assert.Equal(0, chunk.Transport.ProjectTimeFrames);
        Assert.Null(_assembler.Next(_ring));
    }

    [Fact]
    public void Block_AfterAJump_BeginsANewMessage()
    {
        Write(64, projectTime: 0);
        Write(64, projectTime: 1000); // the loop began again
        _position += 64; // a block was dropped
        Write(64, projectTime: 1064);
        Write(64, projectTime: 1128, tempo: 90);

        Assert.Equal(0, _assembler.Next(_ring)!.Audio.Transport.ProjectTimeFrames);
        Assert.Equal(1000, _assembler.Next(_ring)!.Audio.Transport.ProjectTimeFrames);
        Assert.Equal(192, _assembler.Next(_ring)!.Audio.StreamPositionFrames);
        Assert.Equal(90, _assembler.Next(_ring)!.Audio.Transport.TempoBpm);
        Assert.Null(_assembler.Next(_ring));
    }

    [Fact]
    public void Message_OfManyBlocks_StaysWithinItsSize()
    {
        for (int block = 0; block < 60; block++)
        {
            Write(1000, projectTime: block * 1000);
        }

        int frames = 0;
        while (_assembler.Next(_ring) is { } message)
        {
            Assert.InRange(message.Audio.Samples.Length, 1, ChunkAssembler.MaxBytes);
            Assert.Equal(frames, message.Audio.StreamPositionFrames);
            frames += message.Audio.Samples.Length / (2 * sizeof(float));
        }

        Assert.Equal(60_000, frames);
    }

    private void Write(int frames, long projectTime, double tempo = 120)
    {
        CaptureHeader header = new()
        {
            FrameCount = frames,
            ChannelCount = 2,
            SampleRateHz = 48000,
            Flags = CaptureFlags.Playing | CaptureFlags.HasProjectTime | CaptureFlags.HasTempo,
            StreamPositionFrames = _position,
            ProjectTimeFrames = projectTime,
            TempoBpm = tempo,
        };
        Assert.True(_ring.TryWrite(header, new float[frames], new float[frames]));
        _position += frames;
    }
}
