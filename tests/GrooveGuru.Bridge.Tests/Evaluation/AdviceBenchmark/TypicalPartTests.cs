using GrooveGuru.Bridge.Evaluation.AdviceBenchmark;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Tests.Evaluation.AdviceBenchmark;

public sealed class TypicalPartTests : IDisposable
{
    private const int RateHz = 8000;

    private readonly string _folder = Directory.CreateTempSubdirectory("typical ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_LoudMiddle_IsThePartThatIsTaken()
    {
        AudioBuffer audio = Steps(0.1f, 0.1f, 0.2f, 0.5f, 0.4f, 0.1f, 0.05f);

        AudioBuffer part = TypicalPart.Read(Write(audio), 3, CancellationToken.None);

        Assert.Equal(3 * RateHz, part.FrameCount);
        Assert.Equal(2, part.ChannelCount);
        Assert.Equal(audio.Channels[1][(2 * RateHz)..(5 * RateHz)], part.Channels[1]);
        Assert.Equal(part.Channels[0], TypicalPart.Of(audio, 3, CancellationToken.None).Channels[0]);
    }

    [Fact]
    public void Read_ShortFile_IsTakenWhole()
    {
        AudioBuffer audio = Steps(0.1f, 0.3f);

        Assert.Equal(audio.Channels[0], TypicalPart.Read(Write(audio), 20, CancellationToken.None).Channels[0]);
    }

    [Fact]
    public void Read_NoNumbersAmongTheSamples_TakesThemForSilence()
    {
        AudioBuffer audio = Steps(0.1f, 0.1f, 0.5f);
        audio.Channels[0][5] = float.PositiveInfinity;

        Assert.Equal(audio.Channels[0][(2 * RateHz)..], TypicalPart.Of(audio, 1, CancellationToken.None).Channels[0]);
    }

    [Fact]
    public void Read_EmptyAudio_IsEmpty() => Assert.Equal(0, TypicalPart.Of(new AudioBuffer(1, 0, RateHz), 20, CancellationToken.None).FrameCount);

    private static AudioBuffer Steps(params float[] levels)
    {
        AudioBuffer audio = new(2, levels.Length * RateHz, RateHz);
        for (int frame = 0; frame < audio.FrameCount; frame++)
        {
            audio.Channel(0)[frame] = levels[frame / RateHz] * MathF.Sin(frame);
            audio.Channel(1)[frame] = levels[frame / RateHz] * MathF.Sin(frame / 3f);
        }

        return audio;
    }

    private string Write(AudioBuffer audio)
    {
        string path = Path.Combine(_folder, "steps.wav");
        WavFile.Write(path, audio);
        return path;
    }
}
