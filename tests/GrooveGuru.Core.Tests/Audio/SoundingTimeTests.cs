using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Tests.Audio;

public class SoundingTimeTests
{
    private const int RateHz = 8000;

    [Fact]
    public void Seconds_HitWithSilenceAfterIt_IsThatOfTheHit()
    {
        float[] hit = [.. Signals.Noise(0.5, 0.5, RateHz, seed: 3), .. new float[4 * RateHz]];
        Assert.Equal(0.5, SoundingTime.Seconds(Signals.Mono(hit, RateHz)), 1e-9);
    }

    [Fact]
    public void Seconds_QuietButSounding_Counts() =>
        Assert.Equal(2, SoundingTime.Seconds(Signals.Mono([.. Signals.Noise(0.5, 1, RateHz, 3), .. Signals.Noise(0.005, 1, RateHz, 4)], RateHz)), 1e-9);

    [Fact]
    public void Seconds_SilenceOrNothingOrNoSample_IsNought()
    {
        Assert.Equal(0, SoundingTime.Seconds(new AudioBuffer(2, RateHz, RateHz)));
        Assert.Equal(0, SoundingTime.Seconds(new AudioBuffer(1, 0, RateHz)));
        Assert.Equal(0, SoundingTime.Seconds(Signals.Mono([.. Enumerable.Repeat(float.NaN, RateHz)], RateHz)));
    }
}
