using GrooveGuru.Core.Loudness.Realtime;

namespace GrooveGuru.Core.Tests.Loudness;

/// <summary>The minimum requirements of EBU Tech 3341 (cases 1 to 6) and 3342 (cases 1 to 4), synthesised.</summary>
public class LoudnessMeterTests
{
    [Theory]
    [InlineData(48_000)]
    [InlineData(44_100)]
    [InlineData(96_000)]
    [InlineData(11_025)]
    public void Tech3341_Cases1To5_IntegratedIsWithinATenth(int rate)
    {
        Assert.Equal(-23.0, Measure(rate, (-23, 20)).IntegratedLufs!.Value, 0.1);
        Assert.Equal(-33.0, Measure(rate, (-33, 20)).IntegratedLufs!.Value, 0.1);
        Assert.Equal(-23.0, Measure(rate, (-36, 10), (-23, 60), (-36, 10)).IntegratedLufs!.Value, 0.1);
        Assert.Equal(-23.0, Measure(rate, (-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)).IntegratedLufs!.Value, 0.1);
        Assert.Equal(-23.0, Measure(rate, (-26, 20), (-20, 20.1), (-26, 20)).IntegratedLufs!.Value, 0.1);
    }

    [Fact]
    public void Tech3341_Case1_MomentaryAndShortTermAreTheSame()
    {
        LoudnessMeter meter = Measure(48_000, (-23, 20));

        Assert.Equal(-23.0, meter.MomentaryLufs!.Value, 0.1);
        Assert.Equal(-23.0, meter.ShortTermLufs!.Value, 0.1);
        Assert.Equal(-23.0, meter.MaxMomentaryLufs!.Value, 0.1);
        Assert.Equal(-23.0, meter.MaxShortTermLufs!.Value, 0.1);
    }

    [Fact]
    public void Tech3341_Case6_SurroundIsWeighted()
    {
        double[] levels = [-28, -28, -24, -200, -30, -30];
        var meter = new LoudnessMeter(48_000, 6);
        float[][] planar = levels.Select(level => Signals.Sine(1000, Signals.FromDb(level), 20, 48_000)).ToArray();

        meter.Process(planar, 0, planar[0].Length);

        Assert.Equal(-23.0, meter.IntegratedLufs!.Value, 0.1);
    }

    [Fact]
    public void Tech3342_Cases1To4_RangeIsWithinOne()
    {
        Assert.Equal(10, Measure(48_000, (-20, 20), (-30, 20)).RangeLu!.Value, 1.0);
        Assert.Equal(5, Measure(48_000, (-20, 20), (-15, 20)).RangeLu!.Value, 1.0);
        Assert.Equal(20, Measure(48_000, (-40, 20), (-20, 20)).RangeLu!.Value, 1.0);
        Assert.Equal(15, Measure(48_000, (-50, 20), (-35, 20), (-20, 20), (-35, 20), (-50, 20)).RangeLu!.Value, 1.0);
    }

    [Fact]
    public void KWeighting_At48kHz_IsTheTableOfTheStandard()
    {
        var shelf = GrooveGuru.Core.Loudness.KWeighting.Shelf(48_000);
        var highPass = GrooveGuru.Core.Loudness.KWeighting.HighPass(48_000);

        Assert.Equal(1.53512485958697, shelf.B0, 1e-6);
        Assert.Equal(-2.69169618940638, shelf.B1, 1e-6);
        Assert.Equal(1.19839281085285, shelf.B2, 1e-6);
        Assert.Equal(-1.69065929318241, shelf.A1, 1e-6);
        Assert.Equal(0.73248077421585, shelf.A2, 1e-6);
        Assert.Equal(-1.99004745483398, highPass.A1, 1e-6);
        Assert.Equal(0.99007225036621, highPass.A2, 1e-6);
    }

    [Fact]
    public void Process_SilenceOrTooShort_HasNoLoudness()
    {
        var silent = new LoudnessMeter(48_000, 2);
        silent.Process([new float[480_000], new float[480_000]], 0, 480_000);
        Assert.Null(silent.IntegratedLufs);
        Assert.Null(silent.MomentaryLufs);
        Assert.Null(silent.RangeLu);

        LoudnessMeter brief = Measure(48_000, (-20, 0.39));
        Assert.Null(brief.IntegratedLufs);
        Assert.Null(brief.MaxMomentaryLufs);
    }

    [Fact]
    public void Process_CutAnywhere_ReadsTheSame()
    {
        float[] noise = Signals.Noise(0.3, 6, 44_100, 9);
        var whole = new LoudnessMeter(44_100, 1);
        whole.Process([noise], 0, noise.Length);
        var parts = new LoudnessMeter(44_100, 1);
        for (int at = 0; at < noise.Length; at += 777)
        {
            parts.Process([noise], at, Math.Min(777, noise.Length - at));
        }

        Assert.Equal(whole.IntegratedLufs!.Value, parts.IntegratedLufs!.Value, 1e-9);
        Assert.Equal(whole.RangeLu!.Value, parts.RangeLu!.Value, 1e-9);
    }

    [Fact]
    public void Process_Steady_AllocatesNothing()
    {
        float[] noise = Signals.Noise(0.3, 1, 48_000, 9);
        float[][] planar = [noise, noise];
        var meter = new LoudnessMeter(48_000, 2);
        var peak = new TruePeakMeter(48_000, 2);
        double sum = 0;
        void Round()
        {
            for (int at = 0; at + 512 <= noise.Length; at += 512)
            {
                meter.Process(planar, at, 512);
                peak.Process(planar, at, 512);
                sum += (meter.IntegratedLufs ?? 0) + (meter.ShortTermLufs ?? 0) + (meter.RangeLu ?? 0) + (peak.TruePeakDbtp ?? 0);
            }
        }

        Round();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Round();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.NotEqual(0, sum);
    }

    private static LoudnessMeter Measure(int rate, params (double LevelDbfs, double Seconds)[] parts)
    {
        var meter = new LoudnessMeter(rate, 2);
        foreach ((double level, double seconds) in parts)
        {
            float[] sine = Signals.Sine(1000, Signals.FromDb(level), seconds, rate);
            meter.Process([sine, sine], 0, sine.Length);
        }

        return meter;
    }
}
