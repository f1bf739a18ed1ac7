using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Mixing.Realtime;

namespace GrooveGuru.Core.Tests.Mixing;

public class ExpanderProcessorTests
{
    [Theory]
    [InlineData(LevelDetection.Peak, 2, 0)]
    [InlineData(LevelDetection.Peak, 3, 12)]
    [InlineData(LevelDetection.Rms, 2, 0)]
    [InlineData(LevelDetection.Rms, 1.5, 24)]
    [InlineData(LevelDetection.Rms, 10, 6)]
    public void Process_SteadySine_EndsOnTheStaticCurve(LevelDetection detection, double ratio, double kneeDb)
    {
        var settings = new ExpanderSettings(-30, ratio, 5, 30, kneeDb, 40, detection);
        for (double levelDb = -76; levelDb <= 0; levelDb += 4)
        {
            AudioBuffer sine = StereoSignals.Sine(1000, Math.Pow(10, levelDb / 20), 0.5);
            AudioBuffer after = ChainRenderer.Render(sine, [settings]);
            double afterDb = StereoSignals.SineLevelDb(after.Channel(0)[^4800..], 1000, StereoSignals.RateHz);
            double heardDb = detection == LevelDetection.Rms ? levelDb - 3.0103 : levelDb;
            Assert.Equal(levelDb + FormulaDb(heardDb, ratio, kneeDb), afterDb, 0.1);
        }
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(4, 12)]
    [InlineData(20, 24)]
    public void StaticChangeDb_WholeRange_IsTheFormula(double ratio, double kneeDb)
    {
        for (double levelDb = -120; levelDb <= 6; levelDb += 0.25)
        {
            var settings = new ExpanderSettings(-30, ratio, 5, 30, kneeDb, 40);
            Assert.Equal(FormulaDb(levelDb, ratio, kneeDb), ExpanderProcessor.StaticChangeDb(levelDb, settings), 1e-9);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(200)]
    public void Process_StepUp_OpensBy63PercentInTheAttack(double attackMs)
    {
        AudioBuffer after = ChainRenderer.Render(Step(-50, 20, 2, 3), [Peak(attackMs, 20)]);
        double ms = MsUntil(after, 2, changeDb => changeDb >= -20 * Math.Exp(-1), 20);
        Assert.InRange(ms, 0.95 * attackMs, 1.05 * attackMs);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(500)]
    public void Process_StepDown_ClosesBy63PercentInTheReleaseAfterThePeakHold(double releaseMs)
    {
        AudioBuffer after = ChainRenderer.Render(Step(-30, -20, 1, 4), [Peak(1, releaseMs)]);
        double ms = MsUntil(after, 1, changeDb => changeDb <= -20 * (1 - Math.Exp(-1)), -20);
        double heldMs = 1000 * ExpanderProcessor.PeakHoldSeconds;
        Assert.InRange(ms - heldMs, 0.95 * releaseMs, 1.05 * releaseMs);
    }

    [Fact]
    public void Process_LoudLeftOnly_LeavesBothOpen()
    {
        AudioBuffer audio = StereoSignals.Stereo(9600, i => i / 50 % 2 == 0 ? 0.8 : -0.8, _ => 0.001);
        AudioBuffer after = ChainRenderer.Render(audio, [Peak(1, 50)]);
        Assert.Equal(audio.Channels[1], after.Channels[1]);
    }

    [Theory]
    [InlineData(LevelDetection.Peak)]
    [InlineData(LevelDetection.Rms)]
    public void Process_RatioOne_PassesBitForBit(LevelDetection detection)
    {
        AudioBuffer noise = StereoSignals.Noise(8, 0.2, 0.001);
        AudioBuffer after = ChainRenderer.Render(noise, [new ExpanderSettings(-10, 1, 1, 50, 6, 80, detection)]);
        Assert.Equal(noise.Channels[0], after.Channels[0]);
    }

    private static ExpanderSettings Peak(double attackMs, double releaseMs) =>
        new(-30, 2, attackMs, releaseMs, 0, 60, LevelDetection.Peak);

    // Written apart from the code under test.
    private static double FormulaDb(double levelDb, double ratio, double kneeDb)
    {
        double under = -30 - levelDb;
        double changeDb = under <= -kneeDb / 2 ? 0
            : under >= kneeDb / 2 ? -(ratio - 1) * under
            : -(ratio - 1) * Math.Pow(under + (kneeDb / 2), 2) / (2 * kneeDb);
        return Math.Max(-40, changeDb);
    }

    // Constant magnitude, so that the change of gain can be read from every sample.
    private static AudioBuffer Step(double firstDb, double stepDb, double atSeconds, double seconds)
    {
        double Wave(int i)
        {
            double levelDb = firstDb + (i >= atSeconds * StereoSignals.RateHz ? stepDb : 0);
            return (i / 50 % 2 == 0 ? 1 : -1) * Math.Pow(10, levelDb / 20);
        }

        return StereoSignals.Stereo((int)(seconds * StereoSignals.RateHz), Wave, Wave);
    }

    private static double MsUntil(AudioBuffer after, double fromSeconds, Func<double, bool> isThere, double stepDb)
    {
        double inputDb = stepDb > 0 ? -50 + stepDb : -30 + stepDb;
        int start = (int)(fromSeconds * StereoSignals.RateHz);
        int frame = start;
        while (!isThere((20 * Math.Log10(Math.Abs(after.Channel(0)[frame]))) - inputDb))
        {
            frame++;
        }

        return 1000.0 * (frame - start + 1) / StereoSignals.RateHz;
    }
}
