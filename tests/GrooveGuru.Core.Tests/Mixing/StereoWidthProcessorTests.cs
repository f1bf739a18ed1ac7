using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Mixing;

public class StereoWidthProcessorTests
{
    [Fact]
    public void Process_Width100_PassesBitForBit()
    {
        AudioBuffer noise = StereoSignals.Noise(4);
        AudioBuffer after = ChainRenderer.Render(noise, [new StereoWidthSettings(100, 0)]);
        Assert.Equal(noise.Channels[0], after.Channels[0]);
        Assert.Equal(noise.Channels[1], after.Channels[1]);
    }

    [Fact]
    public void Process_Width0_IsMono()
    {
        AudioBuffer noise = StereoSignals.Noise(4);
        AudioBuffer after = ChainRenderer.Render(noise, [new StereoWidthSettings(0, 0)]);
        Assert.Equal(after.Channels[0], after.Channels[1]);
        Assert.Equal((noise.Channel(0)[99] + noise.Channel(1)[99]) / 2, after.Channel(0)[99], 1e-7);
    }

    [Fact]
    public void Process_Width200_DoublesTheSideAndKeepsTheMid()
    {
        AudioBuffer noise = StereoSignals.Noise(4);
        AudioBuffer after = ChainRenderer.Render(noise, [new StereoWidthSettings(200, 0)]);
        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal(noise.Channel(0)[i] + noise.Channel(1)[i], after.Channel(0)[i] + after.Channel(1)[i], 1e-6);
            Assert.Equal(2 * (noise.Channel(0)[i] - noise.Channel(1)[i]), after.Channel(0)[i] - after.Channel(1)[i], 1e-6);
        }
    }

    [Theory]
    [InlineData(-6)]
    [InlineData(3.5)]
    public void Process_Balance_MovesTheChannelsApartHalfEach(double balanceDb)
    {
        AudioBuffer noise = StereoSignals.Noise(4);
        AudioBuffer after = ChainRenderer.Render(noise, [new StereoWidthSettings(100, 0, BalanceDb: balanceDb)]);
        Assert.Equal(balanceDb / 2, 20 * Math.Log10(after.Channel(0)[77] / noise.Channel(0)[77]), 1e-4);
        Assert.Equal(-balanceDb / 2, 20 * Math.Log10(after.Channel(1)[77] / noise.Channel(1)[77]), 1e-4);
        AudioBuffer mono = Signals.Mono(Signals.Sine(100, 0.5, 0.1, 8000), 8000);
        Assert.Equal(mono.Channels[0], ChainRenderer.Render(mono, [new StereoWidthSettings(100, 0, BalanceDb: balanceDb)]).Channels[0]);
    }

    [Fact]
    public void Process_InvertRightTwice_PassesBitForBit()
    {
        AudioBuffer noise = StereoSignals.Noise(4);
        var invert = new StereoWidthSettings(100, 0, InvertRight: true);
        Assert.Equal(-noise.Channel(1)[5], ChainRenderer.Render(noise, [invert]).Channel(1)[5]);
        Assert.Equal(noise.Channels[1], ChainRenderer.Render(noise, [invert, invert]).Channels[1]);
    }

    [Fact]
    public void Process_BassMono_TakesTheLowSideOnly()
    {
        double Side(double hz)
        {
            AudioBuffer sine = StereoSignals.Sine(hz, 0.5, 2);
            foreach (ref float sample in sine.Channel(1))
            {
                sample = -sample;
            }

            AudioBuffer after = ChainRenderer.Render(sine, [new StereoWidthSettings(100, 120)]);
            return StereoSignals.SineLevelDb(after.Channel(0)[StereoSignals.RateHz..], hz, StereoSignals.RateHz) + 6.0206;
        }

        Assert.True(Side(30) < -23);
        Assert.Equal(-3, Side(120), 0.05);
        Assert.Equal(0, Side(1000), 0.05);
    }

    [Fact]
    public void Process_Mono_PassesUnchanged()
    {
        var mono = new AudioBuffer([[0.1f, -0.2f, 0.3f]], 48000);
        AudioBuffer after = ChainRenderer.Render(mono, [new StereoWidthSettings(0, 200, InvertRight: true)]);
        Assert.Equal(mono.Channels[0], after.Channels[0]);
    }
}
