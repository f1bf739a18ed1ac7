using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Mixing.Realtime;

namespace GrooveGuru.Core.Tests.Mixing;

public class StereoDelayProcessorTests
{
    [Theory]
    [InlineData(44100)]
    [InlineData(48000)]
    public void Process_Impulse_EchoesAtTheTimesAndGains(int rateHz)
    {
        var settings = new StereoDelaySettings(100, 150, 50, 0, 20000, PingPong: false, 50);
        AudioBuffer after = ChainRenderer.Render(StereoSignals.Stereo(rateHz, Impulse, Impulse, rateHz), [settings]);
        AssertTaps(after.Channels[0], (0, 0.5), (rateHz / 10, 0.5), (rateHz / 5, 0.25), (3 * rateHz / 10, 0.125), (2 * rateHz / 5, 0.0625));
        AssertTaps(after.Channels[1], (0, 0.5), (3 * rateHz / 20, 0.5), (3 * rateHz / 10, 0.25), (9 * rateHz / 20, 0.125));
    }

    [Fact]
    public void Process_ImpulseInPingPong_EchoesFromSideToSide()
    {
        var settings = new StereoDelaySettings(100, 150, 50, 0, 20000, PingPong: true, 100);
        AudioBuffer after = ChainRenderer.Render(StereoSignals.Stereo(48000, _ => 0, Impulse), [settings]);
        AssertTaps(after.Channels[0], (4800, 0.5), (16800, 0.125), (28800, 0.03125));
        AssertTaps(after.Channels[1], (12000, 0.25), (24000, 0.0625), (36000, 0.015625));
    }

    [Fact]
    public void Process_Mono_EchoesAtTheLeftTime()
    {
        var mono = new AudioBuffer([[.. Enumerable.Range(0, 24000).Select(i => (float)Impulse(i))]], 48000);
        var settings = new StereoDelaySettings(100, 150, 50, 0, 20000, PingPong: true, 50);
        AssertTaps(ChainRenderer.Render(mono, [settings]).Channels[0], (0, 0.5), (4800, 0.5), (9600, 0.25), (14400, 0.125), (19200, 0.0625));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(500)]
    [InlineData(1000)]
    [InlineData(3000)]
    [InlineData(10000)]
    public void Process_FiltersInTheLoop_EachEchoPassesThemOnceMore(double hz)
    {
        var settings = new StereoDelaySettings(400, 400, 80, 300, 4000, PingPong: false, 100);
        AudioBuffer burst = StereoSignals.Stereo(
            72000, i => i < 12000 ? Math.Sin(2 * Math.PI * hz * i / 48000) : 0, _ => 0);
        float[] after = ChainRenderer.Render(burst, [settings]).Channels[0];
        double warped(double f) => Math.Tan(Math.PI * f / 48000);
        double low = warped(hz) / warped(4000);
        double high = warped(300) / warped(hz);
        double onceDb = -10 * Math.Log10((1 + (low * low)) * (1 + (high * high)));
        double EchoDb(int number) => StereoSignals.SineLevelDb(after.AsSpan((number * 19200) + 2400, 9600), hz, 48000);
        Assert.Equal(onceDb, EchoDb(1), 0.1);
        Assert.Equal((2 * onceDb) + (20 * Math.Log10(0.8)), EchoDb(2), 0.1);
    }

    [Theory]
    [InlineData(false, 0, 20000)]
    [InlineData(true, 0, 20000)]
    [InlineData(false, 300, 3000)]
    public void Process_LargestFeedbackFullNoise_StaysBoundedAndDiesAway(bool pingPong, double lowCutHz, double highCutHz)
    {
        var settings = new StereoDelaySettings(20, 31, 98, lowCutHz, highCutHz, pingPong, 100);
        AudioBuffer noise = StereoSignals.Noise(9, 20, 1);
        foreach (float[] channel in noise.Channels)
        {
            Array.Clear(channel, 10 * 48000, 10 * 48000);
        }

        foreach (float[] channel in ChainRenderer.Render(noise, [settings]).Channels)
        {
            // Independent echoes of 0.98 add up to 1/(1 - 0.98²) = 25 times the power; 1/(1 - 0.98) = 50 is the bound of amplitude.
            Assert.True(channel.Max(Math.Abs) < 50);
            Assert.True(Rms(channel[^48000..]) < 0.01 * Rms(channel[(9 * 48000)..(10 * 48000)]));
        }
    }

    [Fact]
    public void Adjust_EachParameterOnASine_DoesNotClick()
    {
        var start = new StereoDelaySettings(200, 300, 40, 50, 8000, PingPong: false, 50);
        StereoDelaySettings[] changes =
        [
            start with { LeftMs = 333, RightMs = 111 }, start with { FeedbackPercent = 90 }, start with { LowCutHz = 800 },
            start with { HighCutHz = 20000 }, start with { PingPong = true }, start with { MixPercent = 100 },
        ];
        foreach (StereoDelaySettings change in changes)
        {
            var processor = new StereoDelayProcessor(start);
            processor.Prepare(48000, 2, 48000);
            AudioBuffer sine = StereoSignals.Sine(200, 0.5, 3);
            float[][] channels = [.. sine.Channels];
            processor.Process(new PlanarBlock(channels, 0, 48000));
            processor.Process(new PlanarBlock(channels, 48000, 24000));
            Assert.True(processor.Adjust(change));
            processor.Process(new PlanarBlock(channels, 72000, 48000));
            processor.Process(new PlanarBlock(channels, 120000, 24000));

            // A step of the waveform is a spike in the second difference; the sine's own is 0.0003 times its level.
            Assert.All(channels, channel => Assert.True(LargestBend(channel.AsSpan(60000, 80000)) < 0.002));
        }
    }

    private static double Impulse(int frame) => frame == 0 ? 1 : 0;

    private static double Rms(float[] samples) => Math.Sqrt(samples.Average(sample => (double)sample * sample));

    private static double LargestBend(ReadOnlySpan<float> samples)
    {
        double largest = 0;
        for (int i = 2; i < samples.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(samples[i] - (2.0 * samples[i - 1]) + samples[i - 2]));
        }

        return largest;
    }

    private static void AssertTaps(float[] samples, params (int Frame, double Gain)[] taps)
    {
        foreach ((int frame, double gain) in taps)
        {
            Assert.Equal(gain, samples[frame], 1e-6);
        }

        int lastFrame = taps[^1].Frame;
        Assert.Equal(taps.Length, samples.Take(lastFrame + 1).Count(sample => sample != 0));
    }
}
