using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Tests.Audio;

public class SoundCheckTests
{
    private const int SampleRateHz = 8000;

    [Theory]
    [InlineData(-1.0, true)]
    [InlineData(-1.003, true)]
    [InlineData(-0.9, false)]
    [InlineData(0.0, false)]
    [InlineData(1.0, false)]
    public void Of_TwoChannels_TellsWhetherTheyCancel(double second, bool cancels)
    {
        AudioBuffer audio = Sine(2);
        for (int frame = 0; frame < audio.FrameCount; frame++)
        {
            audio.Channel(1)[frame] *= (float)second;
        }

        SoundCheck check = Check(audio);
        Assert.Equal(cancels, check.CancelsInMono);
        Assert.Equal(Math.Abs(second) > 1 ? 1 : 0, check.LoudestChannel);
        Assert.Equal(3, check.Seconds);
        Assert.Equal(0.5 * Math.Max(1, Math.Abs(second)), check.Peak, 0.01);
    }

    [Fact]
    public void Of_SilenceOneChannelOrNothing_CancelsNot()
    {
        Assert.False(Check(new AudioBuffer(2, 1000, SampleRateHz)).CancelsInMono);
        Assert.False(Check(Sine(1)).CancelsInMono);
        SoundCheck nothing = Check(new AudioBuffer(2, 0, SampleRateHz));
        Assert.Equal((0, 0.0, false, false), (nothing.FrameCount, nothing.Peak, nothing.CancelsInMono, nothing.HasNoUsableSample));
    }

    [Fact]
    public void Of_WhatIsNoSample_DoesNotCount()
    {
        AudioBuffer audio = Sine(1);
        audio.Channel(0)[5] = float.NaN;
        Assert.Equal((false, 0.5), (Check(audio).HasNoUsableSample, Math.Round(Check(audio).Peak, 2)));
        audio.Channel(0).Fill(float.PositiveInfinity);
        Assert.Equal((true, 0.0), (Check(audio).HasNoUsableSample, Check(audio).Peak));
    }

    [Fact]
    public void ChannelSource_OfAChannel_GivesItAlone()
    {
        AudioBuffer audio = Sine(3);
        audio.Channel(1).Fill(0.25f);
        using ChannelSource source = new(new BufferAudioSource(audio), 1);
        AudioBuffer read = AudioFile.ReadAll(source);
        Assert.Equal((1, audio.FrameCount, SampleRateHz), (read.ChannelCount, read.FrameCount, read.SampleRateHz));
        Assert.All(read.Channel(0).ToArray(), sample => Assert.Equal(0.25f, sample));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChannelSource(new BufferAudioSource(audio), 3));
    }

    private static SoundCheck Check(AudioBuffer audio) => SoundCheck.Of(new BufferAudioSource(audio));

    private static AudioBuffer Sine(int channels)
    {
        AudioBuffer audio = new(channels, 3 * SampleRateHz, SampleRateHz);
        for (int channel = 0; channel < channels; channel++)
        {
            for (int frame = 0; frame < audio.FrameCount; frame++)
            {
                audio.Channel(channel)[frame] = 0.5f * MathF.Sin(2 * MathF.PI * 440 * frame / SampleRateHz);
            }
        }

        return audio;
    }
}
