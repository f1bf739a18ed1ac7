using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Dsp.Realtime;

namespace GrooveGuru.Core.Tests.Dsp;

public class BiquadFilterTests
{
    private const int Rate = 48_000;

    [Fact]
    public void Designs_AtTheirMarks_HaveTheGainsThatDefineThem()
    {
        Assert.Equal(6, BiquadCoefficients.Bell(1000, 1.4, 6, Rate).MagnitudeDb(1000, Rate), 1e-9);
        Assert.Equal(0, BiquadCoefficients.Bell(1000, 1.4, 6, Rate).MagnitudeDb(1, Rate), 1e-3);
        Assert.Equal(-9, BiquadCoefficients.LowShelf(200, 0.707, -9, Rate).MagnitudeDb(1, Rate), 1e-3);
        Assert.Equal(-4.5, BiquadCoefficients.LowShelf(200, 0.707, -9, Rate).MagnitudeDb(200, Rate), 1e-3);
        Assert.Equal(5, BiquadCoefficients.HighShelf(4000, 0.707, 5, Rate).MagnitudeDb(23_990, Rate), 1e-3);
        Assert.Equal(-3.0103, BiquadCoefficients.HighPass(80, Math.Sqrt(0.5), Rate).MagnitudeDb(80, Rate), 1e-3);
        Assert.Equal(-3.0103, BiquadCoefficients.LowPass(80, Math.Sqrt(0.5), Rate).MagnitudeDb(80, Rate), 1e-3);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(9000)]
    public void Process_Sine_HasTheGainOfTheResponse(double frequencyHz)
    {
        BiquadCoefficients bell = BiquadCoefficients.Bell(1500, 0.8, -7, Rate);
        float[] samples = Signals.Sine(frequencyHz, 0.5, 1, Rate);

        new BiquadFilter(bell).Process(samples);

        double rms = Math.Sqrt(samples[24_000..].Average(sample => (double)sample * sample));
        Assert.Equal(bell.MagnitudeDb(frequencyHz, Rate), 20 * Math.Log10(rms / (0.5 / Math.Sqrt(2))), 1e-3);
    }

    [Fact]
    public void Process_CutIntoBlocks_IsTheSameBitForBit()
    {
        BiquadCoefficients shelf = BiquadCoefficients.LowShelf(120, 0.7, 8, Rate);
        float[] whole = Signals.Noise(1, 0.1, Rate, 1), parts = (float[])whole.Clone();
        new BiquadFilter(shelf).Process(whole);
        var filter = new BiquadFilter(shelf);
        for (int at = 0; at < parts.Length; at += 37)
        {
            filter.Process(parts.AsSpan(at, Math.Min(37, parts.Length - at)));
        }

        Assert.Equal(whole, parts);
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, 1)]
    [InlineData(1000, 0)]
    public void Bell_ImpossibleValues_Throws(double frequencyHz, double q) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BiquadCoefficients.Bell(frequencyHz, q, 3, Rate));
}
