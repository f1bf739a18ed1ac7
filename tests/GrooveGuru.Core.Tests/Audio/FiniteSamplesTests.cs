using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Tests.Audio;

public class FiniteSamplesTests
{
    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(3e38f)]
    [InlineData(-1.1e6f)]
    public void Clean_WhatIsNoSample_BecomesSilenceAndIsCounted(float broken)
    {
        foreach (int at in new[] { 0, 5000, 9999 })
        {
            float[] samples = Signals.Noise(1, 1, 10_000, seed: 3);
            float[] expected = [.. samples];
            samples[at] = broken;
            expected[at] = 0;
            Assert.Equal(1, FiniteSamples.Clean(samples));
            Assert.Equal(expected, samples);
        }
    }

    [Fact]
    public void Clean_LoudestSamples_StayAsTheyAre()
    {
        float[] samples = Enumerable.Repeat(FiniteSamples.GreatestMagnitude, 5000).Select((value, i) => i % 2 == 0 ? value : -value).ToArray();
        float[] before = [.. samples];
        Assert.Equal(0, FiniteSamples.Clean(samples));
        Assert.Equal(before, samples);
        Assert.Equal(0, FiniteSamples.Clean([]));
    }
}
