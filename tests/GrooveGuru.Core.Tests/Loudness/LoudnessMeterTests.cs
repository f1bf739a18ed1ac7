using GrooveGuru.Core.Loudness;
using GrooveGuru.Core.Loudness.Realtime;

namespace GrooveGuru.Core.Tests.Loudness;

/// <summary>
/// The minimum requirements of EBU Tech 3341 (cases 1 to 6 and 9 to 14) and 3342 (cases 1 to 4), synthesised. Cases 7 and 8 of the one and
/// 5 and 6 of the other are recordings of broadcasts and cannot be made by code.
/// </summary>
public class LoudnessMeterTests
{
    private const double Silence = double.NegativeInfinity;

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
    public void Tech3341_Case9_ShortTermIsSteadyOverAlternatingTones()
    {
        LoudnessSeries series = Listen([.. Enumerable.Repeat(new[] { (-20.0, 1.34), (-30.0, 1.66) }, 5).SelectMany(parts => parts)]);

        Assert.Equal(121, series.ShortTermLufs.Count);
        Assert.All(series.ShortTermLufs, lufs => Assert.Equal(-23.0, lufs, 0.1));
    }

    [Fact]
    public void Tech3341_Cases10And13_MaximumIsThatOfTheToneWhereverItLies()
    {
        for (int segment = 0; segment < 20; segment++)
        {
            LoudnessMeter meter = Measure(48_000, (Silence, segment * 0.15), (-23, 3), (Silence, 1));
            Assert.Equal(-23.0, meter.MaxShortTermLufs!.Value, 0.1);
            meter = Measure(48_000, (Silence, segment * 0.02), (-23, 0.4), (Silence, 1));
            Assert.Equal(-23.0, meter.MaxMomentaryLufs!.Value, 0.1);
        }
    }

    [Fact]
    public void Tech3341_Cases11And14_MaximumRisesWithTheTones()
    {
        var shortTerm = new LoudnessMeter(48_000, 2);
        var momentary = new LoudnessMeter(48_000, 2);
        for (int segment = 0; segment < 20; segment++)
        {
            double level = -38 + segment;
            Hear(shortTerm, 48_000, (Silence, segment * 0.15), (level, 3), (Silence, 3 - (segment * 0.15)));
            Hear(momentary, 48_000, (Silence, segment * 0.02), (level, 0.4), (Silence, 0.4 - (segment * 0.02)));
            Assert.Equal(level, shortTerm.MaxShortTermLufs!.Value, 0.1);
            Assert.Equal(level, momentary.MaxMomentaryLufs!.Value, 0.1);
        }
    }

    [Fact]
    public void Tech3341_Case12_MomentaryIsSteadyOverAlternatingTones()
    {
        LoudnessSeries series = Listen([.. Enumerable.Repeat(new[] { (-20.0, 0.18), (-30.0, 0.22) }, 25).SelectMany(parts => parts)]);

        Assert.Equal(97, series.MomentaryLufs.Count);
        Assert.All(series.MomentaryLufs.Skip(6), lufs => Assert.Equal(-23.0, lufs, 0.1));
    }

    [Fact]
    public void Series_Silence_ReadsTheFloor()
    {
        LoudnessSeries series = Listen((Silence, 4));

        Assert.Equal(37, series.MomentaryLufs.Count);
        Assert.Equal(11, series.ShortTermLufs.Count);
        Assert.All(series.MomentaryLufs.Concat(series.ShortTermLufs), lufs => Assert.Equal(LoudnessSeries.SilenceLufs, lufs));
    }

    // 997 Hz at full scale in one channel reads -3.01 LKFS (BS.1770-4 annex 1); a channel behind the listener reads 1.5 dB more.
    [Theory]
    [InlineData(1, "0")]
    [InlineData(2, "0 0")]
    [InlineData(3, "0 0 0")]
    [InlineData(4, "0 0 1.5 1.5")]
    [InlineData(5, "0 0 0 1.5 1.5")]
    [InlineData(6, "0 0 0 - 1.5 1.5")]
    [InlineData(7, "0 0 0 - 0 1.5 1.5")]
    [InlineData(8, "0 0 0 - 0 0 1.5 1.5")]
    public void Process_OneChannelOfALayout_IsWeightedByItsPlace(int channelCount, string gainsDb)
    {
        float[] tone = Signals.Sine(997, 1, 1, 48_000), silence = new float[tone.Length];
        string[] gains = gainsDb.Split(' ');
        for (int channel = 0; channel < channelCount; channel++)
        {
            var meter = new LoudnessMeter(48_000, channelCount);
            meter.Process(Enumerable.Range(0, channelCount).Select(at => at == channel ? tone : silence).ToArray(), 0, tone.Length);
            if (gains[channel] == "-")
            {
                Assert.Null(meter.IntegratedLufs);
            }
            else
            {
                double expected = -3.01 + double.Parse(gains[channel], System.Globalization.CultureInfo.InvariantCulture);
                Assert.Equal(expected, meter.IntegratedLufs!.Value, 0.02);
            }
        }
    }

    // The filters are derived for each rate; what they do to a tone must not depend on it. At low rates the bilinear transform
    // bends the slope of the shelf, which ends above their Nyquist frequency; at high ones the numerator that the standard leaves
    // unscaled takes back the 0.04 dB that it adds at 48 kHz (libebur128 does the same).
    [Theory]
    [InlineData(8_000, 0.25)]
    [InlineData(16_000, 0.1)]
    [InlineData(22_050, 0.06)]
    [InlineData(44_100, 0.01)]
    [InlineData(88_200, 0.02)]
    [InlineData(192_000, 0.04)]
    [InlineData(384_000, 0.04)]
    public void Process_AnyRate_ReadsAToneAlike(int rate, double toleranceLu)
    {
        foreach (double hz in new[] { 40.0, 100, 997 })
        {
            float[] tone = Signals.Sine(hz, 0.1, 3, rate), same = Signals.Sine(hz, 0.1, 3, 48_000);
            var meter = new LoudnessMeter(rate, 1);
            var reference = new LoudnessMeter(48_000, 1);
            meter.Process([tone], 0, tone.Length);
            reference.Process([same], 0, same.Length);
            Assert.Equal(reference.IntegratedLufs!.Value, meter.IntegratedLufs!.Value, toleranceLu);
        }
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

    [Theory]
    [InlineData(48_000)]
    [InlineData(44_100)]
    public void Tech3342_Cases1To4_RangeIsWithinOne(int rate)
    {
        Assert.Equal(10, Measure(rate, (-20, 20), (-30, 20)).RangeLu!.Value, 1.0);
        Assert.Equal(5, Measure(rate, (-20, 20), (-15, 20)).RangeLu!.Value, 1.0);
        Assert.Equal(20, Measure(rate, (-40, 20), (-20, 20)).RangeLu!.Value, 1.0);
        Assert.Equal(15, Measure(rate, (-50, 20), (-35, 20), (-20, 20), (-35, 20), (-50, 20)).RangeLu!.Value, 1.0);
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

        Assert.Equal(0, Allocations.OfLeastPass(Round));
        Assert.NotEqual(0, sum);
    }

    private static LoudnessMeter Measure(int rate, params (double LevelDbfs, double Seconds)[] parts)
    {
        var meter = new LoudnessMeter(rate, 2);
        Hear(meter, rate, parts);
        return meter;
    }

    private static void Hear(LoudnessMeter meter, int rate, params (double LevelDbfs, double Seconds)[] parts)
    {
        foreach (float[] part in Tones(rate, parts))
        {
            meter.Process([part, part], 0, part.Length);
        }
    }

    private static LoudnessSeries Listen(params (double LevelDbfs, double Seconds)[] parts)
    {
        var series = new LoudnessSeries(48_000, 2);
        foreach (float[] part in Tones(48_000, parts))
        {
            series.Process([part, part], 0, part.Length);
        }

        return series;
    }

    private static IEnumerable<float[]> Tones(int rate, (double LevelDbfs, double Seconds)[] parts) =>
        parts.Select(part => Signals.Sine(1000, Signals.FromDb(part.LevelDbfs), part.Seconds, rate));
}
