using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Dsp.Realtime;

namespace GrooveGuru.Core.Tests.Dsp.Realtime;

public class ThirdOctaveSpectrumTests
{
    [Theory]
    [InlineData(44_100)]
    [InlineData(48_000)]
    [InlineData(96_000)]
    [InlineData(192_000)]
    public void PinkNoise_OverTime_IsFlatWithinOneDb(int sampleRateHz)
    {
        float[] noise = Pink(sampleRateHz, seed: 5);

        double[] mean = MeanBands(noise, null, sampleRateHz);

        double level = mean.Average(Db);
        Assert.All(mean, power => Assert.InRange(Db(power) - level, -1, 1));
    }

    [Fact]
    public void WhiteNoise_OverTime_RisesThreeDbAnOctave()
    {
        double[] mean = MeanBands(Signals.Noise(0.5, 40, 48_000, seed: 6), null, 48_000);

        for (int band = 6; band < ThirdOctaveSpectrum.BandCount; band++)
        {
            Assert.InRange(Db(mean[band]) - Db(mean[band - 3]), 2, 4);
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(9_980)]
    public void Sine_InTheMiddleOfABand_HasItsMeanSquareThere(double frequencyHz)
    {
        double[] mean = MeanBands(Signals.Sine(frequencyHz, 0.5, 5, 48_000), null, 48_000);

        int loudest = Array.IndexOf(mean, mean.Max());
        Assert.InRange(ThirdOctaveSpectrum.CenterHz(loudest) / frequencyHz, 0.9, 1.1);
        Assert.Equal(Db(0.125), Db(mean[loudest]), 0.1);
        Assert.All(mean.Where((_, band) => Math.Abs(band - loudest) > 1), power => Assert.True(Db(power) < Db(0.125) - 60));
    }

    [Fact]
    public void Channels_InOppositePhase_DoNotCancel()
    {
        float[] sine = Signals.Sine(1000, 0.5, 5, 48_000);

        double[] mean = MeanBands(sine, sine.Select(sample => -sample).ToArray(), 48_000);

        Assert.Equal(Db(0.125), Db(mean.Max()), 0.1);
    }

    [Fact]
    public void Bands_AboveTheNyquistFrequency_AreSilent()
    {
        double[] mean = MeanBands(Signals.Noise(0.5, 20, 11_025, seed: 7), null, 11_025);

        for (int band = 0; band < ThirdOctaveSpectrum.BandCount; band++)
        {
            bool isBelow = ThirdOctaveSpectrum.CenterHz(band) * Math.Pow(10, -0.05) < 5512;
            Assert.Equal(isBelow, mean[band] > 0);
        }
    }

    [Fact]
    public void Hearing_WithNothingNew_ChangesNothing()
    {
        SampleHistory history = new(ThirdOctaveSpectrum.StretchFor(48_000));
        ThirdOctaveSpectrum spectrum = new(48_000);
        Assert.False(spectrum.Update(history, 2));
        Write(history, Signals.Noise(0.5, 1, 48_000, seed: 8), null);

        Assert.True(spectrum.Update(history, 2));
        Assert.False(spectrum.Update(history, 2));
    }

    // The mean of the smoothed power over all readings, as it would be read on a window of long patience.
    private static double[] MeanBands(float[] first, float[]? second, int sampleRateHz)
    {
        SampleHistory history = new(ThirdOctaveSpectrum.StretchFor(sampleRateHz));
        ThirdOctaveSpectrum spectrum = new(sampleRateHz);
        double[] sum = new double[ThirdOctaveSpectrum.BandCount];
        int readings = 0;
        for (int at = 0; at + spectrum.HopFrames <= first.Length; at += spectrum.HopFrames)
        {
            Write(history, first.AsSpan(at, spectrum.HopFrames), second is null ? null : second.AsSpan(at, spectrum.HopFrames));
            Assert.True(spectrum.Update(history, second is null ? 1 : 2));
            if (at < 3 * sampleRateHz)
            {
                continue; // the silence before, and the edge where it ends
            }

            readings++;
            for (int band = 0; band < sum.Length; band++)
            {
                sum[band] += spectrum.Power[band];
            }
        }

        return sum.Select(power => power / readings).ToArray();
    }

    private static void Write(SampleHistory history, ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        float[] silence = new float[SampleHistory.MaxWriteFrames];
        for (int at = 0; at < first.Length; at += SampleHistory.MaxWriteFrames)
        {
            int count = Math.Min(SampleHistory.MaxWriteFrames, first.Length - at);
            history.Write(first.Slice(at, count), second.IsEmpty ? silence.AsSpan(0, count) : second.Slice(at, count));
        }
    }

    // A spectrum of exactly 1/f power with random phases, transformed back: flat in thirds of an octave by construction.
    private static float[] Pink(int sampleRateHz, int seed)
    {
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(40 * sampleRateHz));
        RealFft fft = new(size);
        float[] real = new float[fft.BinCount], imaginary = new float[fft.BinCount], noise = new float[size];
        Random random = new(seed);
        for (int bin = 1; bin < fft.BinCount - 1; bin++)
        {
            double phase = 2 * Math.PI * random.NextDouble(), magnitude = size / 30.0 / Math.Sqrt(bin);
            real[bin] = (float)(magnitude * Math.Cos(phase));
            imaginary[bin] = (float)(magnitude * Math.Sin(phase));
        }

        fft.Inverse(real, imaginary, noise);
        return noise;
    }

    private static double Db(double power) => 10 * Math.Log10(power);
}
