using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Mixing;

public class ReverbProcessorTests
{
    private const int RateHz = StereoSignals.RateHz;

    private static ReverbSettings Room { get; } = new(1, 0.5, 4000, 50, 0, 20, 20000, 100, 100);

    [Theory]
    [InlineData(0.3, 0)]
    [InlineData(0.3, 50)]
    [InlineData(0.3, 100)]
    [InlineData(1, 0)]
    [InlineData(1, 50)]
    [InlineData(1, 100)]
    [InlineData(3, 0)]
    [InlineData(3, 50)]
    [InlineData(3, 100)]
    public void Process_Impulse_DecaysInTheSetTimes(double decaySeconds, double sizePercent)
    {
        ReverbSettings room = Room with { DecaySeconds = decaySeconds, SizePercent = sizePercent };
        foreach (float[] response in Response(room).Channels)
        {
            Assert.InRange(RoomMeasures.DecaySeconds(response, 1000, RateHz), 0.9 * decaySeconds, 1.1 * decaySeconds);

            // A first-order shelf is most of the way there an octave and a half above its middle.
            Assert.InRange(RoomMeasures.DecaySeconds(response, 12000, RateHz), 0.45 * decaySeconds, 0.8 * decaySeconds);
        }

        float[] even = Response(room with { HighDecayRatio = 1 }).Channels[0];
        Assert.InRange(RoomMeasures.DecaySeconds(even, 1000, RateHz), 0.9 * decaySeconds, 1.1 * decaySeconds);
        Assert.InRange(RoomMeasures.DecaySeconds(even, 12000, RateHz), 0.9 * decaySeconds, 1.1 * decaySeconds);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(100)]
    public void Process_Impulse_EchoesBecomeDense(double sizePercent)
    {
        float[] response = Response(Room with { SizePercent = sizePercent }).Channels[0];
        Assert.InRange(RoomMeasures.EchoDensity(response, 0.1, RateHz), 0.75, 1.2);
        Assert.InRange(RoomMeasures.EchoDensity(response, 0.2, RateHz), 0.9, 1.2);
    }

    [Theory]
    [InlineData(0, 1, 0.25)]
    [InlineData(50, 1, 0.35)]
    [InlineData(100, 1, 0.35)]
    [InlineData(50, 3, 0.35)]
    [InlineData(100, 3, 0.35)]
    public void Process_Impulse_TailIsNoMetal(double sizePercent, double decaySeconds, double leastFlatness)
    {
        // Gaussian noise has a flatness of 0.56 and among that many bins a peak of some 8 dB; a plain comb has 0.01 and 20 dB.
        float[] response = Response(Room with { SizePercent = sizePercent, DecaySeconds = decaySeconds }).Channels[0];
        (double flatness, double peakDb) = RoomMeasures.Colour(response, 0.2, 16384, decaySeconds, RateHz);
        Assert.True(flatness >= leastFlatness, $"flatness {flatness:0.00}");
        Assert.True(peakDb <= 12, $"peak {peakDb:0.0} dB");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(100)]
    public void Process_ImpulseOnBothSides_TailIsWideAndWidthZeroIsMono(double sizePercent)
    {
        AudioBuffer wide = Response(Room with { SizePercent = sizePercent });
        Assert.InRange(Correlation(wide.Channels[0][4800..], wide.Channels[1][4800..]), -0.25, 0.25);
        AudioBuffer mono = Response(Room with { SizePercent = sizePercent, WidthPercent = 0 });
        Assert.Equal(mono.Channels[0], mono.Channels[1]);
    }

    [Fact]
    public void Process_PreDelay_ShiftsTheAnswer()
    {
        float[] direct = Response(Room).Channels[0];
        float[] late = Response(Room with { PreDelayMs = 50 }).Channels[0];
        Assert.All(late[..2400], sample => Assert.Equal(0, sample));
        Assert.Equal(direct[..20000], late[2400..22400]);
    }

    [Fact]
    public void Process_Cuts_TakeTheirEnds()
    {
        double LevelDb(ReverbSettings room, double hz) => StereoSignals.SineLevelDb(
            ChainRenderer.Render(StereoSignals.Sine(hz, 0.5, 3), [room]).Channel(0)[(2 * RateHz)..], hz, RateHz);
        ReverbSettings open = Room with { HighDecayRatio = 1 };
        ReverbSettings cut = open with { LowCutHz = 1000, HighCutHz = 2000 };
        Assert.Equal(-20 * Math.Log10(Math.Sqrt(1 + 100)), LevelDb(cut, 100) - LevelDb(open, 100), 0.5);
        Assert.True(LevelDb(cut, 15000) - LevelDb(open, 15000) < -15);
    }

    [Fact]
    public void Process_Noise_IsAboutAsLoudAsDry()
    {
        foreach (double decaySeconds in new[] { 0.3, 1, 3 })
        {
            AudioBuffer noise = StereoSignals.Noise(4, 3 + decaySeconds);
            AudioBuffer after = ChainRenderer.Render(noise, [Room with { DecaySeconds = decaySeconds, HighDecayRatio = 1 }]);
            int start = (int)((1 + decaySeconds) * RateHz);
            Assert.InRange(10 * Math.Log10(Power(after.Channels[0][start..]) / Power(noise.Channels[0][start..])), -2, 2);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(100, 0.2)]
    public void Process_LongestDecayFullNoise_StaysBoundedAndDiesAway(double sizePercent, double highDecayRatio)
    {
        ReverbSettings room = Room with { DecaySeconds = 10, SizePercent = sizePercent, HighDecayRatio = highDecayRatio, CrossoverHz = 1000 };
        AudioBuffer noise = StereoSignals.Noise(9, 20, 1);
        foreach (float[] channel in noise.Channels)
        {
            Array.Clear(channel, 10 * RateHz, 10 * RateHz);
        }

        foreach (float[] channel in ChainRenderer.Render(noise, [room]).Channels)
        {
            Assert.True(channel.Max(Math.Abs) < 10);
            Assert.True(Power(channel[^RateHz..]) < 1e-4 * Power(channel[(9 * RateHz)..(10 * RateHz)]));
        }
    }

    [Fact]
    public void Process_SameInputTwice_SameBitsAndNoDc()
    {
        AudioBuffer response = Response(Room);
        Assert.Equal(response.Channels[0], Response(Room).Channels[0]);
        Assert.Equal(0, response.Channels[0].Sum(sample => (double)sample), 1e-3);
    }

    [Fact]
    public void Process_MixZero_PassesBitForBit()
    {
        AudioBuffer noise = StereoSignals.Noise(4);
        Assert.Equal(noise.Channels[0], ChainRenderer.Render(noise, [Room with { MixPercent = 0 }]).Channels[0]);
    }

    private static AudioBuffer Response(ReverbSettings room)
    {
        int frames = (int)(((1.3 * room.DecaySeconds) + 0.7) * RateHz);
        return ChainRenderer.Render(StereoSignals.Stereo(frames, i => i == 0 ? 1 : 0, i => i == 0 ? 1 : 0), [room]);
    }

    private static double Power(float[] samples) => samples.Average(sample => (double)sample * sample);

    private static double Correlation(float[] left, float[] right) =>
        left.Zip(right, (l, r) => (double)l * r).Average() / Math.Sqrt(Power(left) * Power(right));
}
