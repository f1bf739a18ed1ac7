using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Tests.Dsp;

public class ResamplerTests
{
    [Theory]
    [InlineData(44_100, 22_050)]
    [InlineData(48_000, 22_050)]
    [InlineData(96_000, 22_050)]
    [InlineData(384_000, 22_050)]
    [InlineData(8_000, 22_050)]
    [InlineData(44_100, 48_000)]
    [InlineData(22_050, 22_050)]
    [InlineData(44_099, 22_050)]
    public void Resample_SineInThePassBand_KeepsItsLevelAndPlace(int from, int to)
    {
        foreach (double share in new[] { 0.01, 0.3, 0.7, 0.91 })
        {
            double frequencyHz = share * Math.Min(from, to) / 2;
            float[] output = Resampler.Resample(Signals.Sine(frequencyHz, 0.5, 0.5, from), from, to);

            // The ideal result is the same sine at the new rate; the ends miss what lies beyond them.
            double error = 0;
            int margin = output.Length / 4;
            for (int i = margin; i < output.Length - margin; i++)
            {
                error = Math.Max(error, Math.Abs(output[i] - (0.5 * Math.Sin(2 * Math.PI * frequencyHz * i / to))));
            }

            // 0.01 dB of 0.5 is 0.00058.
            Assert.True(error < 1e-4, $"{frequencyHz} Hz: {error}");
        }
    }

    [Theory]
    [InlineData(44_100, 22_050, 11_100)]
    [InlineData(44_100, 22_050, 15_000)]
    [InlineData(44_100, 22_050, 21_900)]
    [InlineData(96_000, 22_050, 30_000)]
    [InlineData(48_000, 44_100, 22_500)]
    public void Resample_SineInTheStopBand_IsDownBy100Db(int from, int to, double frequencyHz)
    {
        float[] output = Resampler.Resample(Signals.Sine(frequencyHz, 1, 0.5, from), from, to);

        int margin = output.Length / 4;
        float peak = output[margin..^margin].Max(Math.Abs);
        Assert.True(peak < Signals.FromDb(-100), $"{20 * Math.Log10(peak)} dB");
    }

    // soxr's high quality: flat within 0.01 dB to 0.9137 of the lower Nyquist frequency, 100 dB down from that frequency on.
    [Theory]
    [InlineData(44_100, 22_050)]
    [InlineData(48_000, 22_050)]
    [InlineData(96_000, 22_050)]
    [InlineData(192_000, 22_050)]
    [InlineData(8_000, 22_050)]
    [InlineData(44_099, 22_050)]
    [InlineData(37_811, 44_100)]
    [InlineData(44_100, 48_000)]
    public void Resample_TonesOverTheBand_RipplesBelowAHundredthAndStopsAtHundred(int from, int to)
    {
        double lower = Math.Min(from, to) / 2.0;
        for (double share = 0.01; share <= 0.9137; share += 0.0409)
        {
            Assert.Equal(0, GainDb(share * lower), 0.01);
        }

        Assert.Equal(0, GainDb(0.9137 * lower), 0.01);
        for (double hz = 1.0005 * lower; hz < from / 2.0; hz += from / 2.0 / 37)
        {
            float[] middle = Middle(hz);
            double level = 10 * Math.Log10((2 * middle.Average(sample => (double)sample * sample)) + 1e-20);
            Assert.True(level < -100, $"{hz} Hz: {level} dB");
        }

        float[] Middle(double hz)
        {
            float[] output = Resampler.Resample(Signals.Sine(hz, 1, 0.25, from, 0.3), from, to);
            int margin = output.Length / 4;
            return output[margin..^margin];
        }

        // The tone itself, picked out under a Hann window: how many of its cycles the stretch holds does not matter.
        double GainDb(double hz)
        {
            float[] middle = Middle(hz), window = SpectralWindows.Hann(middle.Length);
            System.Numerics.Complex sum = 0;
            for (int i = 0; i < middle.Length; i++)
            {
                sum += window[i] * middle[i] * System.Numerics.Complex.FromPolarCoordinates(1, -2 * Math.PI * hz * i / to);
            }

            return 20 * Math.Log10(2 * sum.Magnitude / window.Sum(weight => (double)weight));
        }
    }

    // What upsampling must not leave: images of a tone, beside it. The tone is taken away by its best fit; what is left is all else.
    [Theory]
    [InlineData(8_000, 22_050)]
    [InlineData(37_811, 44_100)]
    [InlineData(44_100, 48_000)]
    [InlineData(22_050, 48_000)]
    public void Resample_Upwards_LeavesNoImages(int from, int to)
    {
        for (double share = 0.05; share < 0.91; share += 0.0613)
        {
            double step = Math.PI * share * from / to;
            float[] output = Resampler.Resample(Signals.Sine(share * from / 2.0, 1, 0.25, from, 0.3), from, to);
            float[] middle = output[(output.Length / 4)..^(output.Length / 4)];
            double cc = 0, cs = 0, ss = 0, yc = 0, ys = 0, yy = 0;
            for (int i = 0; i < middle.Length; i++)
            {
                (double sine, double cosine) = Math.SinCos(step * i);
                (cc, cs, ss) = (cc + (cosine * cosine), cs + (cosine * sine), ss + (sine * sine));
                (yc, ys, yy) = (yc + (middle[i] * cosine), ys + (middle[i] * sine), yy + ((double)middle[i] * middle[i]));
            }

            double a = ((yc * ss) - (ys * cs)) / ((cc * ss) - (cs * cs)), b = ((ys * cc) - (yc * cs)) / ((cc * ss) - (cs * cs));
            double left = yy - (a * yc) - (b * ys);
            Assert.True(10 * Math.Log10(Math.Max(left, 1e-30) / yy) < -100, $"{share}: {10 * Math.Log10(left / yy)} dB");
        }
    }

    [Theory]
    [InlineData(48_000)]
    [InlineData(44_100)]
    public void Push_CutAnywhere_GivesTheSameSamples(int rate)
    {
        float[] input = Signals.Noise(1, 0.4, 48_000, 3);
        float[] whole = Resampler.Resample(input, rate, 22_050);
        var random = new Random(11);
        var resampler = new Resampler(rate, 22_050);
        var output = new List<float>();
        for (int at = 0; at < input.Length;)
        {
            int count = Math.Min(random.Next(1, 3000), input.Length - at);
            var room = new float[resampler.MaxOutput(count)];
            output.AddRange(room[..resampler.Push(input.AsSpan(at, count), room)]);
            at += count;
        }

        var rest = new float[resampler.MaxOutput(0)];
        output.AddRange(rest[..resampler.Finish(rest)]);
        Assert.Equal(whole, output);
    }

    [Theory]
    [InlineData(44_100, 22_050, 1001, 501)]
    [InlineData(48_000, 22_050, 48_000, 22_050)]
    [InlineData(8_000, 22_050, 1, 3)]
    [InlineData(44_100, 22_050, 0, 0)]
    public void Resample_AnyLength_GivesTheLengthRoundedUp(int from, int to, int input, int expected) =>
        Assert.Equal(expected, Resampler.Resample(new float[input], from, to).Length);
}
