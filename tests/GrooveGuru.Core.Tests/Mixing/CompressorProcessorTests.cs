using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Mixing.Realtime;

namespace GrooveGuru.Core.Tests.Mixing;

public class CompressorProcessorTests
{
    [Theory]
    [InlineData(-40, 4, 0, -40)]
    [InlineData(-10, 4, 0, -17.5)]
    [InlineData(-20, 4, 0, -20)]
    [InlineData(-20, 4, 12, -21.125)]
    [InlineData(-10, 4, 12, -17.5)]
    [InlineData(-10, 20, 0, -19.5)]
    [InlineData(-10, 0.5, 0, 0)]
    public void Process_SteadyLevel_EndsOnTheStaticCurve(double levelDb, double ratio, double kneeDb, double expectedDb)
    {
        var settings = new CompressorSettings(-20, ratio, 1, 50, kneeDb, 0);
        AudioBuffer after = ChainRenderer.Render(Square(levelDb, 1), [settings]);
        Assert.Equal(expectedDb, LevelDb(after.Channel(0)[^1]), 0.01);
        Assert.Equal(expectedDb - levelDb, CompressorProcessor.StaticChangeDb(levelDb, settings), 1e-9);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(2, 24)]
    [InlineData(20, 6)]
    [InlineData(0.7, 12)]
    public void Process_SteadySineByRms_EndsOnTheStaticCurve(double ratio, double kneeDb)
    {
        var settings = new CompressorSettings(-30, ratio, 5, 30, kneeDb, 0, LevelDetection.Rms);
        for (double levelDb = -60; levelDb <= 0; levelDb += 4)
        {
            AudioBuffer after = ChainRenderer.Render(StereoSignals.Sine(1000, Math.Pow(10, levelDb / 20), 0.5), [settings]);
            double over = levelDb - 3.0103 + 30;
            double changeDb = over <= -kneeDb / 2 ? 0
                : over >= kneeDb / 2 ? ((1 / ratio) - 1) * over
                : ((1 / ratio) - 1) * Math.Pow(over + (kneeDb / 2), 2) / (2 * kneeDb);
            double afterDb = StereoSignals.SineLevelDb(after.Channel(0)[^4800..], 1000, StereoSignals.RateHz);
            Assert.Equal(levelDb + changeDb, afterDb, 0.1);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(100)]
    public void Process_StepUp_Reaches63PercentAfterTheAttack(double attackMs)
    {
        AudioBuffer after = ChainRenderer.Render(Square(-8, 1), [new CompressorSettings(-20, 4, attackMs, 1000, 0, 0)]);
        double expectedDb = -8 - (9 * (1 - Math.Exp(-1)));
        int frame = (int)(attackMs * StereoSignals.RateHz / 1000) - 1;
        Assert.Equal(expectedDb, LevelDb(after.Channel(0)[frame]), 0.05);
    }

    [Fact]
    public void Process_StepDown_ComesBack63PercentAfterTheRelease()
    {
        AudioBuffer audio = Square(-8, 2);
        foreach (float[] channel in audio.Channels)
        {
            for (int i = StereoSignals.RateHz; i < channel.Length; i++)
            {
                channel[i] *= (float)Math.Pow(10, -32 / 20.0);
            }
        }

        AudioBuffer after = ChainRenderer.Render(audio, [new CompressorSettings(-20, 4, 1, 200, 0, 0)]);
        int frame = StereoSignals.RateHz + (int)(0.2 * StereoSignals.RateHz) - 1;
        Assert.Equal(-40 - (9 * Math.Exp(-1)), LevelDb(after.Channel(0)[frame]), 0.05);
    }

    [Fact]
    public void Process_LoudLeftOnly_TurnsBothDownAlike()
    {
        AudioBuffer audio = StereoSignals.Stereo(4800, i => i % 2 == 0 ? 0.8 : -0.8, _ => 0.01);
        AudioBuffer after = ChainRenderer.Render(audio, [new CompressorSettings(-20, 4, 1, 50, 0, 0)]);
        Assert.Equal(after.Channel(0)[^1] / audio.Channel(0)[^1], after.Channel(1)[^1] / audio.Channel(1)[^1], 1e-5);
    }

    [Fact]
    public void Process_Makeup_IsAddedAfterwards()
    {
        AudioBuffer after = ChainRenderer.Render(Square(-40, 0.1), [new CompressorSettings(-20, 4, 1, 50, 0, 6)]);
        Assert.Equal(-34, LevelDb(after.Channel(0)[^1]), 0.01);
    }

    // A square wave has one level at every sample, so that the detector's ripple does not blur the curve.
    private static AudioBuffer Square(double levelDb, double seconds)
    {
        double level = Math.Pow(10, levelDb / 20);
        double Wave(int i) => i / 50 % 2 == 0 ? level : -level;
        return StereoSignals.Stereo((int)(seconds * StereoSignals.RateHz), Wave, Wave);
    }

    private static double LevelDb(float sample) => 20 * Math.Log10(Math.Abs(sample));
}
