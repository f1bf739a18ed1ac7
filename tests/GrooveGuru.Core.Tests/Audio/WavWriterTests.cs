using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Tests.Audio;

public sealed class WavWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(WavFormat.IeeeFloat32, 1, 0)]
    [InlineData(WavFormat.IeeeFloat32, 8, 0)]
    [InlineData(WavFormat.Pcm24, 1, 6.0e-8)]
    [InlineData(WavFormat.Pcm24, 3, 6.0e-8)]
    [InlineData(WavFormat.Pcm16, 2, 1.6e-5)]
    public void Write_ThenRead_GivesTheSamplesBack(WavFormat format, int channels, double tolerance)
    {
        var buffer = new AudioBuffer(
            Enumerable.Range(0, channels).Select(seed => Signals.Noise(0.9, 0.211, 48_000, seed)).ToArray(), 48_000);
        string path = _folder.File("x.wav");

        WavFile.Write(path, buffer, format);
        AudioBuffer back = AudioFile.ReadAll(path);

        Assert.Equal((channels, buffer.FrameCount, 48_000), (back.ChannelCount, back.FrameCount, back.SampleRateHz));
        for (int channel = 0; channel < channels; channel++)
        {
            for (int i = 0; i < buffer.FrameCount; i++)
            {
                Assert.Equal(buffer.Channel(channel)[i], back.Channel(channel)[i], tolerance);
            }
        }
    }

    [Fact]
    public void Write_Pcm16ReadAndWrittenAgain_IsTheSameFile()
    {
        string first = _folder.File("1.wav"), second = _folder.File("2.wav");
        WavFile.Write(first, Signals.Mono(Signals.Noise(1, 0.1, 44_100, 7), 44_100), WavFormat.Pcm16);

        WavFile.Write(second, AudioFile.ReadAll(first), WavFormat.Pcm16);

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void Write_BeyondFullScale_ClipsIntegers()
    {
        string path = _folder.File("x.wav");
        WavFile.Write(path, Signals.Mono([2, -2, float.NaN, float.PositiveInfinity], 44_100), WavFormat.Pcm16);

        Assert.Equal([32767 / 32768f, -1f, 0f, 32767 / 32768f], AudioFile.ReadAll(path).Channels[0]);
    }

    [Fact]
    public void Dispose_WithoutCommit_LeavesNothing()
    {
        using (var writer = new WavWriter(_folder.File("x.wav"), 44_100, 1))
        {
            writer.Write([new float[100]], 0, 100);
        }

        Assert.Empty(Directory.GetFiles(_folder.Root));
    }

    [Fact]
    public void Dispose_WithoutCommit_KeepsTheFileThatWasThere()
    {
        string path = _folder.File("x.wav");
        WavFile.Write(path, Signals.Mono([0.5f], 44_100));
        using (var writer = new WavWriter(path, 44_100, 1))
        {
            writer.Write([new float[100]], 0, 100);
        }

        Assert.Equal([0.5f], AudioFile.ReadAll(path).Channels[0]);
    }

    [Fact]
    public void Header_Above4GiB_IsRf64WithTheLongSizes()
    {
        const long frames = 600_000_000;

        byte[] header = WavHeaderWriter.Build(WavFormat.IeeeFloat32, 48_000, 2, frames);

        Assert.Equal("RF64"u8.ToArray(), header[..4]);
        Assert.Equal("ds64"u8.ToArray(), header[12..16]);
        Assert.Equal(frames * 8, BitConverter.ToInt64(header, 28));
        using var stream = new MemoryStream(header);
        WavLayout layout = WavHeaderReader.Read(stream, "x.wav");
        Assert.NotNull(layout.Warning);
        Assert.Equal((2, 48_000, header.Length), (layout.ChannelCount, layout.SampleRateHz, (int)layout.DataOffsetBytes));
    }
}
