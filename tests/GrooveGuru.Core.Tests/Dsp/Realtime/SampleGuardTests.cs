using GrooveGuru.Core.Dsp.Realtime;

namespace GrooveGuru.Core.Tests.Dsp.Realtime;

public class SampleGuardTests
{
    [Fact]
    public void Samples_WithinTheLimits_AreCopiedAsTheyAre()
    {
        for (int length = 0; length <= 67; length++)
        {
            float[] samples = Signals.Noise(2, length / 1000.0, 1000, seed: length);
            float[] guarded = new float[samples.Length];

            Assert.True(SampleGuard.Copy(samples, guarded));

            Assert.Equal(samples, guarded);
        }
    }

    [Theory]
    [InlineData(float.NaN, 0f)]
    [InlineData(float.PositiveInfinity, 0f)]
    [InlineData(float.NegativeInfinity, 0f)]
    public void Samples_ThatAreNoNumbers_AreSilenceAndAreToldAtEveryPlace(float sample, float expected)
    {
        const int Length = 37; // several vectors of any width, and a rest
        for (int place = 0; place < Length; place++)
        {
            float[] samples = new float[Length];
            Array.Fill(samples, 0.5f);
            samples[place] = sample;
            float[] guarded = new float[Length];

            Assert.False(SampleGuard.Copy(samples, guarded));

            Assert.Equal(expected, guarded[place]);
            Assert.Equal(Length - 1, guarded.Count(value => value == 0.5f));
        }
    }

    [Theory]
    [InlineData(float.MaxValue, SampleGuard.Greatest)]
    [InlineData(float.MinValue, -SampleGuard.Greatest)]
    [InlineData(float.Epsilon, 0f)]
    [InlineData(-1e-38f, 0f)]
    [InlineData(-0f, 0f)]
    public void Samples_BeyondTheLimits_AreHeldAndAreFinite(float sample, float expected)
    {
        float[] samples = [sample, .. Enumerable.Repeat(sample, 32)];
        float[] guarded = new float[33];

        Assert.True(SampleGuard.Copy(samples, guarded));

        Assert.All(guarded, value => Assert.Equal(expected, value));
    }
}
