using GrooveGuru.Core.Synthesis;

namespace GrooveGuru.Core.Tests.Synthesis;

public class DrumSynthesizerTests
{
    private const int SampleRateHz = 44100;

    [Theory]
    [InlineData(DrumVoice.Kick)]
    [InlineData(DrumVoice.Snare)]
    [InlineData(DrumVoice.ClosedHat)]
    [InlineData(DrumVoice.OpenHat)]
    [InlineData(DrumVoice.Crash)]
    public void AddStroke_EveryDrum_StartsAtItsOnsetAndDiesAway(DrumVoice drum)
    {
        float[] audio = Play(drum, seed: 1);
        Assert.Equal(-1, audio.AsSpan(0, 440).IndexOfAnyExcept(0));
        Assert.True(audio.Skip(441).Take(882).Max(Math.Abs) > 0.01);
        Assert.True(audio.TakeLast(100).Max(Math.Abs) < 0.001);
    }

    [Fact]
    public void AddStroke_SameSeed_GivesTheSameBits() =>
        Assert.True(Play(DrumVoice.Snare, 5).AsSpan().SequenceEqual(Play(DrumVoice.Snare, 5)));

    [Fact]
    public void AddStroke_OtherSeed_GivesOtherNoise() =>
        Assert.False(Play(DrumVoice.Snare, 5).AsSpan().SequenceEqual(Play(DrumVoice.Snare, 6)));

    [Fact]
    public void AddStroke_UnknownDrum_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Play((DrumVoice)1, 1));

    private static float[] Play(DrumVoice drum, ulong seed)
    {
        float[] audio = new float[5 * SampleRateHz];
        new DrumSynthesizer(SampleRateHz, seed).AddStroke(audio, 0.01, drum, 100);
        return audio;
    }
}
