using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Tests.Dsp;

public class RealFftTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    [InlineData(256)]
    [InlineData(512)]
    [InlineData(2048)]
    public void Forward_Noise_IsTheSumOfItsDefinition(int size)
    {
        var fft = new RealFft(size);
        float[] signal = Signals.Noise(1, size / 1000.0, 1000, size);
        float[] real = new float[fft.BinCount], imaginary = new float[fft.BinCount];

        fft.Forward(signal, real, imaginary);

        for (int k = 0; k < fft.BinCount; k++)
        {
            double re = 0, im = 0;
            for (int n = 0; n < size; n++)
            {
                double angle = -2 * Math.PI * ((long)k * n % size) / size;
                re += signal[n] * Math.Cos(angle);
                im += signal[n] * Math.Sin(angle);
            }

            Assert.Equal(re, real[k], 1e-4 * Math.Sqrt(size));
            Assert.Equal(im, imaginary[k], 1e-4 * Math.Sqrt(size));
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(128)]
    [InlineData(4096)]
    [InlineData(8192)]
    public void Inverse_OfForward_GivesTheSignalBack(int size)
    {
        var fft = new RealFft(size);
        float[] signal = Signals.Noise(1, size / 1000.0, 1000, 5), back = new float[size];
        float[] real = new float[fft.BinCount], imaginary = new float[fft.BinCount];

        fft.Forward(signal, real, imaginary);
        fft.Inverse(real, imaginary, back);

        for (int i = 0; i < size; i++)
        {
            Assert.Equal(signal[i], back[i], 1e-5);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    [InlineData(-8)]
    public void Constructor_NoPowerOfTwo_Throws(int size) => Assert.Throws<ArgumentOutOfRangeException>(() => new RealFft(size));
}
