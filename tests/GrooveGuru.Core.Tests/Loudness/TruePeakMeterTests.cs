using GrooveGuru.Core.Loudness.Realtime;

namespace GrooveGuru.Core.Tests.Loudness;

/// <summary>The true-peak cases of EBU Tech 3341 (15 to 23) and what a meter must not do.</summary>
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

    // One cycle of full amplitude amid a tone of half of it, made at four times the rate and decimated from one of four places.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Tech3341_Cases20To23_ReadWithinToleranceAtAnyOffset(int offset)
    {
        foreach (int rate in new[] { 44_100, 48_000 })
        {
            const int period = 24, cycles = 400;
            var tone = new float[period * cycles];
            for (int i = 0; i < tone.Length; i++)
            {
                tone[i] = (float)((i / period == cycles / 2 ? 1.0 : 0.5) * Math.Sin(2 * Math.PI * i / period) * Math.Min(1, i / 2000.0));
            }

            // Band-limited as a converter would, and scaled so that its highest point is full scale: 0 dBTP by construction.
            float[] delayed = [.. new float[offset], .. tone];
            float[] decimated = GrooveGuru.Core.Dsp.Resampler.Resample(delayed, 4 * rate, rate);
            double highest = GrooveGuru.Core.Dsp.Resampler.Resample(decimated, rate, 32 * rate).Max(Math.Abs);
            float[] heard = decimated.Select(sample => (float)(sample / highest)).ToArray();
            var meter = new TruePeakMeter(rate, 1);
            meter.Process([heard], 0, heard.Length);

            Assert.InRange(meter.TruePeakDbtp!.Value, -0.4, 0.2);
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
