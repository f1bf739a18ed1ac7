using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Plugin.Listening;

namespace GrooveGuru.Plugin.Tests.Listening;

public sealed class PreviewFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-preview-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "preview.wav");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_AtItsOwnRate_GivesBothSidesAsTheyAre()
    {
        Write(48000, [Tone(440, 48000, 10_001), Tone(880, 48000, 10_001)]);

        (float[] left, float[] right) = ReadAll(48000, out double seconds);

        AudioBuffer stored = AudioFile.ReadAll(Path);
        Assert.Equal(stored.Channels[0], left);
        Assert.Equal(stored.Channels[1], right);
        Assert.Equal(10_001 / 48000.0, seconds, 1e-9);
    }

    [Theory]
    [InlineData(44100, 48000)]
    [InlineData(48000, 44100)]
    [InlineData(22050, 96000)]
    public void Read_AtAnotherRate_IsTheSameSound(int storedHz, int wantedHz)
    {
        Write(storedHz, [Tone(440, storedHz, storedHz), Tone(880, storedHz, storedHz)]);

        (float[] left, float[] right) = ReadAll(wantedHz, out double seconds);

        Assert.Equal(wantedHz, left.Length);
        Assert.Equal(1, seconds, 1e-9);
        float[] tone = Tone(440, wantedHz, wantedHz), octave = Tone(880, wantedHz, wantedHz);
        for (int frame = wantedHz / 10; frame < wantedHz * 9 / 10; frame++)
        {
            Assert.Equal(tone[frame], left[frame], 2e-4);
            Assert.Equal(octave[frame], right[frame], 2e-4);
        }
    }

    [Fact]
    public void Read_OfOneChannel_GivesItToBothSides()
    {
        Write(44100, [Tone(440, 44100, 5000)]);

        (float[] left, float[] right) = ReadAll(48000, out _);

        Assert.Equal(left, right);
    }

    [Fact]
    public void Open_WhereNoFileIs_SaysSo()
    {
        UnsupportedAudioException error = Assert.Throws<UnsupportedAudioException>(() => new PreviewFile(Path, 48000));
        Assert.Contains("no such file", error.Message, StringComparison.Ordinal);
    }

    private static float[] Tone(double frequencyHz, int sampleRateHz, int frames) =>
        [.. Enumerable.Range(0, frames).Select(frame => (float)(0.5 * Math.Sin(2 * Math.PI * frequencyHz * frame / sampleRateHz)))];

    private void Write(int sampleRateHz, float[][] channels) => WavFile.Write(Path, new AudioBuffer(channels, sampleRateHz), WavFormat.Pcm16);

    private (float[] Left, float[] Right) ReadAll(int sampleRateHz, out double seconds)
    {
        using PreviewFile file = new(Path, sampleRateHz);
        List<float> left = [], right = [];
        while (file.TryRead(out ReadOnlyMemory<float> first, out ReadOnlyMemory<float> second))
        {
            left.AddRange(first.Span);
            right.AddRange(second.Span);
        }

        seconds = file.LengthSeconds;
        return ([.. left], [.. right]);
    }
}
