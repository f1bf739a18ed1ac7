using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Loudness.Realtime;

namespace GrooveGuru.Core.Tests.Arrangement;

public class PreviewMixTests
{
    private const int SampleRateHz = 22050;
    private const double SixteenBits = 1.0 / 32768;

    [Fact]
    public void Write_Recording_IsLeftAtItsOwnLevelAndTheNotesRightAreAsLoud()
    {
        using TemporaryFolder folder = new();
        AudioBuffer recording = Tone(330, 0.2f, 5, channels: 2), notes = Tone(440, 0.7f, 5);
        AudioBuffer mix = Write(folder, recording, notes, 0);
        Assert.Equal(recording.FrameCount, mix.FrameCount);
        for (int frame = 0; frame < mix.FrameCount; frame++)
        {
            Assert.Equal(recording.Channel(0)[frame], mix.Channel(0)[frame], SixteenBits);
        }

        Assert.Equal(Loudness(mix.Channels[0]), Loudness(mix.Channels[1]), 0.05);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-1.5)]
    public void Write_NotesThatBeginElsewhere_LieAtTheirTime(double startSeconds)
    {
        using TemporaryFolder folder = new();
        AudioBuffer notes = new(1, SampleRateHz * 5, SampleRateHz);
        notes.Channel(0)[SampleRateHz * 2] = 0.5f;
        AudioBuffer mix = Write(folder, Tone(330, 0.2f, 5), notes, startSeconds);
        int[] sounding = [.. Enumerable.Range(0, mix.FrameCount).Where(frame => Math.Abs(mix.Channel(1)[frame]) > 0.01f)];
        Assert.Equal([(int)((2 + startSeconds) * SampleRateHz)], sounding);
    }

    [Fact]
    public void Write_LoudRecording_DoesNotClipTheNotes()
    {
        using TemporaryFolder folder = new();
        AudioBuffer clicks = new(1, SampleRateHz * 3, SampleRateHz);
        for (int frame = 0; frame < clicks.FrameCount; frame += SampleRateHz / 2)
        {
            clicks.Channel(0)[frame] = 0.9f;
        }

        AudioBuffer mix = Write(folder, Tone(330, 0.99f, 3), clicks, 0);
        Assert.InRange(mix.Channels[1].Max(), 0.85f, 0.9f);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    public void Write_TooShortForLoudness_IsWrittenAllTheSame(double seconds)
    {
        using TemporaryFolder folder = new();
        AudioBuffer mix = Write(folder, Tone(330, 0.2f, seconds), Tone(440, 0.7f, seconds), 0);
        Assert.Equal(0.2f, mix.Channels[1].Max(), 0.01);
    }

    [Fact]
    public void Write_Cancelled_LeavesNoFile()
    {
        using TemporaryFolder folder = new();
        using CancellationTokenSource cancelled = new();
        AudioBuffer tone = Tone(330, 0.2f, 3);
        Progress progress = new(value =>
        {
            if (value > 0.6)
            {
                cancelled.Cancel();
            }
        });
        Assert.Throws<OperationCanceledException>(() => PreviewMix.Write(
            () => new BufferAudioSource(tone), () => new BufferAudioSource(tone), 0, folder.File("preview.wav"), progress, cancelled.Token));
        Assert.Empty(Directory.GetFiles(folder.Root));
    }

    private static AudioBuffer Write(TemporaryFolder folder, AudioBuffer recording, AudioBuffer notes, double startSeconds)
    {
        string path = folder.File("preview.wav");
        PreviewMix.Write(() => new BufferAudioSource(recording), () => new BufferAudioSource(notes), startSeconds, path);
        return AudioFile.ReadAll(path);
    }

    private static double Loudness(float[] samples)
    {
        LoudnessMeter meter = new(SampleRateHz, 1);
        meter.Process([samples], 0, samples.Length);
        return meter.IntegratedLufs!.Value;
    }

    private static AudioBuffer Tone(double frequencyHz, float level, double seconds, int channels = 1)
    {
        AudioBuffer tone = new(channels, (int)(seconds * SampleRateHz), SampleRateHz);
        for (int channel = 0; channel < channels; channel++)
        {
            for (int frame = 0; frame < tone.FrameCount; frame++)
            {
                tone.Channel(channel)[frame] = level * (float)Math.Sin(2 * Math.PI * frequencyHz * frame / SampleRateHz);
            }
        }

        return tone;
    }

    private sealed class Progress(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
