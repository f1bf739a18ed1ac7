using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Mixing;

public class GainProcessorTests
{
    [Fact]
    public void Process_ZeroDb_PassesBitForBit()
    {
        AudioBuffer noise = StereoSignals.Noise(2);
        Assert.Equal(noise.Channels[0], ChainRenderer.Render(noise, [new GainSettings(0)]).Channels[0]);
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(-6)]
    [InlineData(12)]
    public void Process_Gain_IsWhatItSays(double gainDb)
    {
        AudioBuffer sine = ChainRenderer.Render(StereoSignals.Sine(1000, 0.1), [new GainSettings(gainDb)]);
        Assert.Equal(-20 + gainDb, StereoSignals.SineLevelDb(sine.Channel(0), 1000, StereoSignals.RateHz), 0.001);
    }
}
