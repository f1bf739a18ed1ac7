using GrooveGuru.Core.Loudness.Realtime;

namespace GrooveGuru.Core.Tests.Loudness;

/// <summary>The true-peak cases of EBU Tech 3341 (15 to 19) and what a meter must not do.</summary>
public class TruePeakMeterTests
{
    [Theory]
    [InlineData(4, 0, 0.5)]
    [InlineData(4, 45, 0.5)]
    [InlineData(6, 60, 0.5)]
    [InlineData(8, 67.5, 0.5)]
    [InlineData(4, 45, 1.41)]
    public void Tech3341_Cases15To19_ReadWithinTolerance(int divisor, double phaseDegrees, double amplitude)
    {
        foreach (int rate in new[] { 44_100, 48_000, 96_000 })
        {
            float[] sine = Signals.Sine((double)rate / divisor, amplitude, 1, rate, phaseDegrees * Math.PI / 180);
            // A hard start rings; the cases fade in.
            for (int i = 0; i < 1000; i++)
            {
                sine[i] *= i / 1000f;
            }

            var meter = new TruePeakMeter(rate, 1);
            meter.Process([sine], 0, sine.Length);

            double expected = 20 * Math.Log10(amplitude);
            Assert.InRange(meter.TruePeakDbtp!.Value, expected - 0.4, expected + 0.2);
        }
    }

    [Fact]
    public void Process_AnySignal_IsNeverBelowTheSamplePeak()
    {
        float[] noise = Signals.Noise(0.8, 0.5, 44_100, 4);
        var meter = new TruePeakMeter(44_100, 1);
        meter.Process([noise], 0, noise.Length);

        Assert.True(meter.TruePeakDbtp >= 20 * Math.Log10(noise.Max(Math.Abs)));
        Assert.Equal(noise.Max(Math.Abs), meter.SamplePeak);
    }

    [Fact]
    public void Process_QuietAfterLoud_SkipsNothingThatCounts()
    {
        // The peak between samples of the loud middle must be found although the beginning is quiet, in any order.
        float[] loud = Signals.Sine(11_025, 0.9, 0.1, 44_100, Math.PI / 4), quiet = Signals.Sine(500, 0.01, 0.1, 44_100);
        double Peak(params float[][] parts)
        {
            var meter = new TruePeakMeter(44_100, 1);
            foreach (float[] part in parts)
            {
                meter.Process([part], 0, part.Length);
            }

            return meter.TruePeakDbtp!.Value;
        }

        Assert.Equal(Peak(loud), Peak(quiet, loud, quiet), 0.2);
    }

    [Fact]
    public void TruePeakDbtp_Silence_IsNull()
    {
        var meter = new TruePeakMeter(44_100, 2);
        meter.Process([new float[1000], new float[1000]], 0, 1000);
        Assert.Null(meter.TruePeakDbtp);
    }
}
