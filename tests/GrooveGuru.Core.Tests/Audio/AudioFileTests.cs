using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Core.Tests.Audio;

public sealed class AudioFileTests : IDisposable
{
    private static readonly double[] Values = [0, 0.5, -0.5, 0.999, -0.999, 0.25, 0.125, -0.75];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 8, 0.009)]
    [InlineData(1, 16, 1e-4)]
    [InlineData(1, 24, 1e-6)]
    [InlineData(1, 32, 1e-6)]
    [InlineData(3, 32, 1e-7)]
    [InlineData(3, 64, 1e-7)]
    public void ReadAll_EveryEncoding_GivesTheSamples(int tag, int bits, double tolerance)
    {
        AudioBuffer buffer = ReadBytes(WavBytes.File(
            WavBytes.Chunk("fmt ", WavBytes.Format(tag, 2, 48_000, bits)),
            WavBytes.Chunk("data", WavBytes.Samples(Values, tag, bits))));

        Assert.Equal((2, 4, 48_000), (buffer.ChannelCount, buffer.FrameCount, buffer.SampleRateHz));
        for (int i = 0; i < Values.Length; i++)
        {
            Assert.Equal(Values[i], buffer.Channel(i % 2)[i / 2], tolerance);
        }
    }

    [Theory]
    [InlineData(SampleRateLimits.MinHz)]
    [InlineData(SampleRateLimits.MaxHz)]
    [InlineData(8_000)]
    [InlineData(44_100)]
    [InlineData(384_000)]
    public void ReadAll_ExtensibleWithEightChannels_GivesAllOfThem(int rate)
    {
        byte[] format =
        [
            .. WavBytes.Format(0xFFFE, 8, rate, 24), 22, 0, 24, 0, 0x3F, 6, 0, 0,
            1, 0, 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71,
        ];
        AudioBuffer buffer = ReadBytes(WavBytes.File(
            WavBytes.Chunk("fmt ", format), WavBytes.Chunk("data", WavBytes.Samples(Values, 1, 24))));

        Assert.Equal((8, 1, rate), (buffer.ChannelCount, buffer.FrameCount, buffer.SampleRateHz));
        Assert.Equal(-0.75f, buffer.Channel(7)[0], 1e-6);
    }

    [Fact]
    public void ReadAll_OddChunksAroundTheData_AreSkipped()
    {
        AudioBuffer buffer = ReadBytes(WavBytes.File(
            WavBytes.Chunk("LIST", new byte[13]),
            WavBytes.Chunk("data", WavBytes.Samples(Values, 1, 16)),
            WavBytes.Chunk("cue ", new byte[3]),
            WavBytes.Chunk("fmt ", WavBytes.Format(1, 1, 22_050, 16)),
            WavBytes.Chunk("id3 ", new byte[5])));

        Assert.Equal(8, buffer.FrameCount);
        Assert.Equal(0.5f, buffer.Channel(0)[1], 1e-4);
    }

    [Fact]
    public void Open_TruncatedData_ReadsWhatIsThereAndWarns()
    {
        string path = Write("cut.wav", WavBytes.File(
            WavBytes.Chunk("fmt ", WavBytes.Format(1, 2, 44_100, 16)),
            WavBytes.Chunk("data", WavBytes.Samples(Values, 1, 16), declaredSize: 64)));

        using IAudioSource source = AudioFile.Open(path);

        Assert.Equal(4, source.FrameCount);
        Assert.Contains("truncated", source.Warning, StringComparison.Ordinal);
        Assert.Equal(4, source.Read([new float[9], new float[9]], 0, 9));
        Assert.Equal(0, source.Read([new float[9], new float[9]], 0, 9));
    }

    [Theory]
    [InlineData(0u, 0u)]
    [InlineData(0xFFFFFFFFu, 0xFFFFFFFFu)]
    public void Open_HeaderNeverFinished_ReadsToTheEndAndWarns(uint riffSize, uint dataSize)
    {
        string path = Write("stream.wav", WavBytes.File(
            "RIFF",
            riffSize,
            WavBytes.Chunk("fmt ", WavBytes.Format(1, 1, 44_100, 16)),
            WavBytes.Chunk("data", WavBytes.Samples(Values, 1, 16), dataSize)));

        using IAudioSource source = AudioFile.Open(path);

        Assert.Equal(8, source.FrameCount);
        Assert.NotNull(source.Warning);
    }

    [Fact]
    public void ReadAll_Rf64_TakesTheLongSize()
    {
        byte[] sizes = [.. BitConverter.GetBytes(100L), .. BitConverter.GetBytes(16L), .. BitConverter.GetBytes(8L), 0, 0, 0, 0];
        AudioBuffer buffer = ReadBytes(WavBytes.File(
            "RF64",
            uint.MaxValue,
            WavBytes.Chunk("ds64", sizes),
            WavBytes.Chunk("fmt ", WavBytes.Format(1, 1, 96_000, 16)),
            WavBytes.Chunk("data", WavBytes.Samples(Values, 1, 16), uint.MaxValue),
            WavBytes.Chunk("LIST", new byte[40])));

        Assert.Equal(8, buffer.FrameCount);
    }

    [Fact]
    public void ReadAll_NoSamples_GivesAnEmptyBuffer()
    {
        AudioBuffer buffer = ReadBytes(WavBytes.File(
            WavBytes.Chunk("fmt ", WavBytes.Format(1, 2, 44_100, 16)), WavBytes.Chunk("data", [])));

        Assert.Equal(0, buffer.FrameCount);
    }

    [Fact]
    public void ReadAll_NonFiniteSamples_ArriveAsTheyAre()
    {
        AudioBuffer buffer = ReadBytes(WavBytes.File(
            WavBytes.Chunk("fmt ", WavBytes.Format(3, 1, 44_100, 32)),
            WavBytes.Chunk("data", WavBytes.Samples([double.NaN, double.PositiveInfinity, 0.5], 3, 32))));

        Assert.True(float.IsNaN(buffer.Channel(0)[0]));
        Assert.Equal(0.5f, buffer.Channel(0)[2]);
    }

    public static TheoryData<string, byte[]> BrokenFiles() => new()
    {
        { "empty", [] },
        { "text", System.Text.Encoding.UTF8.GetBytes("This is not audio at all, only some text in a file.") },
        { "header cut short", [.. "RIFF"u8, 1, 2] },
        { "no data", WavBytes.File(WavBytes.Chunk("fmt ", WavBytes.Format(1, 2, 44_100, 16))) },
        { "no format", WavBytes.File(WavBytes.Chunk("data", new byte[64])) },
        { "no channels", WavBytes.File(WavBytes.Chunk("fmt ", WavBytes.Format(1, 0, 44_100, 16)), WavBytes.Chunk("data", new byte[64])) },
        { "rate too low", WavBytes.File(WavBytes.Chunk("fmt ", WavBytes.Format(1, 2, 999, 16)), WavBytes.Chunk("data", new byte[64])) },
        { "rate too high", WavBytes.File(WavBytes.Chunk("fmt ", WavBytes.Format(1, 2, 768_001, 16)), WavBytes.Chunk("data", new byte[64])) },
        { "rate too low in AU", [.. ".snd"u8, 0, 0, 0, 24, 0, 0, 0, 64, 0, 0, 0, 3, 0, 0, 1, 0xF4, 0, 0, 0, 1, .. new byte[64]] },
        { "no rate", WavBytes.File(WavBytes.Chunk("fmt ", WavBytes.Format(1, 2, 0, 16)), WavBytes.Chunk("data", new byte[64])) },
        { "unknown codec", WavBytes.File(WavBytes.Chunk("fmt ", WavBytes.Format(0x7777, 2, 44_100, 16)), WavBytes.Chunk("data", new byte[64])) },
        { "MP4", [0, 0, 0, 32, .. "ftypM4A "u8, 0, 0, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void Open_BrokenFile_SaysSoInOneSentence(string name, byte[] bytes)
    {
        string path = Write("broken.wav", bytes);

        UnsupportedAudioException error = Assert.Throws<UnsupportedAudioException>(() => AudioFile.Open(path));

        Assert.Equal(path, error.Path);
        Assert.False(string.IsNullOrWhiteSpace(error.Reason), name);
        Assert.EndsWith(".", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_MissingFileAndFolder_SaySo()
    {
        Assert.Throws<UnsupportedAudioException>(() => AudioFile.Open(_folder.File("nothing.wav")));
        Assert.Contains("folder", Assert.Throws<UnsupportedAudioException>(() => AudioFile.Open(_folder.Root)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_HeaderCutAnywhere_NeverFailsInAnotherWay()
    {
        byte[] whole = WavBytes.File(
            WavBytes.Chunk("fmt ", WavBytes.Format(1, 2, 44_100, 16)), WavBytes.Chunk("data", WavBytes.Samples(Values, 1, 16)));
        for (int length = 0; length <= whole.Length; length++)
        {
            string path = Write("cut.wav", whole[..length]);
            try
            {
                using IAudioSource source = AudioFile.Open(path);
                Assert.True(source.Read([new float[64], new float[64]], 0, 64) <= 4);
            }
            catch (UnsupportedAudioException)
            {
                Assert.True(length < 44);
            }
        }
    }

    [Fact]
    public void Open_RandomHeaderBytes_NeverFailsInAnotherWay()
    {
        byte[] whole = WavBytes.File(
            WavBytes.Chunk("fmt ", WavBytes.Format(1, 2, 44_100, 16)), WavBytes.Chunk("data", WavBytes.Samples(Values, 1, 16)));
        var random = new Random(20_26);
        int read = 0;
        for (int round = 0; round < 500; round++)
        {
            byte[] bytes = [.. whole];
            for (int hit = 0; hit < 3; hit++)
            {
                bytes[random.Next(12, 44)] = (byte)random.Next(256);
            }

            string path = Write("fuzz.wav", bytes);
            try
            {
                AudioFile.ReadAll(path);
                read++;
            }
            catch (UnsupportedAudioException error)
            {
                Assert.NotEmpty(error.Reason);
            }
        }

        Assert.InRange(read, 1, 499);
    }

    [SharedFact]
    public void ReadAll_OtherFormats_AreReadWhateverTheirName()
    {
        foreach ((string file, int channels) in new[]
        {
            ("audio/real/trumpet.ogg", 2), ("audio/real/spleeter_example.mp3", 2), ("audio/rendered/chorale5_bwv259.flac", 2),
        })
        {
            string mislabelled = _folder.File("mislabelled.wav");
            File.Copy(SharedData.Path(file), mislabelled, overwrite: true);
            AudioBuffer buffer = AudioFile.ReadAll(mislabelled);
            Assert.Equal(channels, buffer.ChannelCount);
            Assert.InRange(buffer.DurationSeconds, 5, 60);
            Assert.Contains(buffer.Channels[0], sample => Math.Abs(sample) > 0.01);
        }
    }

    private AudioBuffer ReadBytes(byte[] bytes) => AudioFile.ReadAll(Write("test.wav", bytes));

    private string Write(string name, byte[] bytes)
    {
        string path = _folder.File(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
