using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Mixing.Realtime;

namespace GrooveGuru.Core.Tests.Mixing;

public class SaturatorProcessorTests
{
    private const int SpectrumFrames = 32768;

    [Theory]
    [InlineData(44100)]
    [InlineData(48000)]
    public void Process_QuietSineWithoutDrive_IsTransparent(int rateHz)
    {
        foreach (SaturationCurve curve in Enum.GetValues<SaturationCurve>())
        {
            foreach (double hz in new[] { 20.0, 100, 1000, 5000, 10000, 14000, 16000, 18000 })
            {
                AudioBuffer after = ChainRenderer.Render(
                    StereoSignals.Sine(hz, 0.01, 1, rateHz), [new SaturatorSettings(0, 100, 0, curve)]);
                Assert.Equal(-40, StereoSignals.SineLevelDb(after.Channel(0)[(rateHz / 5)..], hz, rateHz), 0.01);
            }
        }
    }

    [Theory]
    [InlineData(SaturationCurve.Tanh, 12)]
    [InlineData(SaturationCurve.Tanh, 24)]
    [InlineData(SaturationCurve.SoftClip, 12)]
    [InlineData(SaturationCurve.SoftClip, 24)]
    public void Process_HighSine_AliasesAreFarBelowThoseOfTheNaiveCurve(SaturationCurve curve, double driveDb)
    {
        double gain = Math.Pow(10, driveDb / 20);
        foreach (double wantedHz in new[] { 5000.0, 6000, 7000, 8000, 9000 })
        {
            // A whole odd number of periods, so that no alias falls on a harmonic.
            int bin = (2 * (int)(wantedHz * SpectrumFrames / StereoSignals.RateHz / 2)) + 1;
            double hz = (double)bin * StereoSignals.RateHz / SpectrumFrames;
            AudioBuffer sine = StereoSignals.Sine(hz, 1, 1);
            AudioBuffer after = ChainRenderer.Render(sine, [new SaturatorSettings(driveDb, 100, 0, curve)]);
            float[] naive = [.. sine.Channels[0].Select(sample => (float)SaturatorProcessor.Shape(gain * sample, curve))];
            double belowDb = AliasDb(naive[^SpectrumFrames..], bin) - AliasDb(after.Channels[0][^SpectrumFrames..], bin);
            Assert.True(belowDb >= 20, $"{hz:0} Hz: only {belowDb:0.0} dB below the naive curve's");
        }
    }

    [Theory]
    [InlineData(SaturationCurve.Tanh, 12)]
    [InlineData(SaturationCurve.SoftClip, 12)]
    public void Process_LowSine_HasTheHarmonicsOfTheCurve(SaturationCurve curve, double driveDb)
    {
        AudioBuffer after = ChainRenderer.Render(StereoSignals.Sine(100, 0.5), [new SaturatorSettings(driveDb, 100, -3, curve)]);
        for (int harmonic = 1; harmonic <= 5; harmonic += 2)
        {
            double sum = 0;
            for (int i = 0; i < 10000; i++)
            {
                double phase = 2 * Math.PI * (i + 0.5) / 10000;
                double driven = Math.Pow(10, driveDb / 20) * 0.5 * Math.Sin(phase);
                double bent = curve == SaturationCurve.Tanh ? Math.Tanh(driven)
                    : Math.Abs(driven) > 1.5 ? Math.Sign(driven) : driven - (4 * Math.Pow(driven, 3) / 27);
                sum += bent * Math.Sin(harmonic * phase) / 5000;
            }

            double afterDb = StereoSignals.SineLevelDb(after.Channel(0)[24000..], 100 * harmonic, StereoSignals.RateHz);
            Assert.Equal((20 * Math.Log10(Math.Abs(sum))) - 3, afterDb, 0.05);
        }

        Assert.Equal(0, after.Channels[0][24000..].Average(), 1e-5);
    }

    [Fact]
    public void Process_HalfMix_AddsBothInPhase()
    {
        // Parts out of phase would add up to less than their amplitudes.
        double Level(double mixPercent) => Math.Pow(10, StereoSignals.SineLevelDb(
            ChainRenderer.Render(StereoSignals.Sine(5000, 0.5), [new SaturatorSettings(12, mixPercent, 0)]).Channel(0)[24000..],
            5000,
            StereoSignals.RateHz) / 20);
        Assert.Equal(0.5, Level(0), 1e-3);
        Assert.Equal((Level(0) + Level(100)) / 2, Level(50), 1e-3);
    }

    [Fact]
    public void Process_Impulse_ComesOutAtOnce()
    {
        AudioBuffer audio = StereoSignals.Stereo(200, i => i == 0 ? 0.01 : 0, _ => 0);
        float[] after = ChainRenderer.Render(audio, [new SaturatorSettings(0, 100, 0)]).Channels[0];
        Assert.NotEqual(0, after[0]);
        Assert.InRange(Array.IndexOf(after, after.Max()), 0, 8);
    }

    // Energy up to 20 kHz that is neither DC nor a harmonic, dB.
    private static double AliasDb(float[] samples, int fundamentalBin)
    {
        var fft = new RealFft(SpectrumFrames);
        var real = new float[fft.BinCount];
        var imaginary = new float[fft.BinCount];
        fft.Forward(samples, real, imaginary);
        double energy = 0;
        for (int bin = 1; bin < SpectrumFrames * 20000L / StereoSignals.RateHz; bin++)
        {
            double power = ((double)real[bin] * real[bin]) + ((double)imaginary[bin] * imaginary[bin]);
            energy += bin % fundamentalBin == 0 ? 0 : power / SpectrumFrames / SpectrumFrames;
        }

        return 10 * Math.Log10(energy + 1e-30);
    }
}
