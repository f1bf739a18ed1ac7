using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;
using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Dsp.Realtime;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Tests.Dsp;

/// <summary>Every hand-written vector kernel against plain arithmetic; run by tests here and in child processes.</summary>
internal static class VectorKernelChecks
{
    /// <summary>The argument that starts the checks in a child process.</summary>
    public const string Verb = "vector-kernels";

    private const int Longest = 256;

    /// <summary>Checks that the switches of this process worked, runs all checks, and writes the features of a made-up groove.</summary>
    public static void RunAs(VectorWidth width, TextWriter output)
    {
        Assert.True(width == VectorWidth.Any || !Vector512.IsHardwareAccelerated);
        Assert.True(width < VectorWidth.UpTo128 || (!Vector256.IsHardwareAccelerated && Vector<float>.Count == 4));
        Assert.True(width < VectorWidth.None || !Vector128.IsHardwareAccelerated);
        TapSums();
        Moments();
        Extremes();
        Medians();
        Sections();
        Transforms();
        foreach ((string id, double value) in Groove())
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id} {value:R}"));
        }
    }

    /// <summary>Features of a made-up groove: whatever the width of the vectors, they must agree.</summary>
    public static IEnumerable<(string Id, double Value)> Groove()
    {
        float[] left = Signals.Noise(0.1, 4, 44_100, 1), right = Signals.Sine(220, 0.2, 4, 44_100);
        for (int i = 0; i < left.Length; i++)
        {
            double since = i / 44_100.0 % 0.5;
            left[i] += (float)(0.5 * Math.Sin(2 * Math.PI * 60 * since) * Math.Exp(-10 * since));
        }

        TrackAnalysis analysis = TrackAnalyzer.Analyze(Signals.Stereo(left, right, 44_100));
        foreach (FeatureValue feature in analysis.Features.Where(feature => feature.Value is not null))
        {
            yield return (feature.Definition.Id, feature.Value!.Value);
        }

        yield return ("integrated", analysis.Extended.Loudness.IntegratedLufs!.Value);
        yield return ("true_peak", analysis.Extended.Loudness.TruePeakDbtp!.Value);
    }

    public static void TapSums()
    {
        for (int length = 1; length <= Longest; length++)
        {
            float[] taps = Signals.Noise(1, length, 1, length);
            Array.Resize(ref taps, GrooveGuru.Core.Dsp.TapSums.PaddedCount(length));
            float[] samples = Signals.Noise(1, taps.Length + 21, 1, length + 1000);
            float[] group = new float[GrooveGuru.Core.Dsp.TapSums.GroupSize];
            GrooveGuru.Core.Dsp.TapSums.Group(samples, 3, taps, group);
            for (int i = 0; i < group.Length; i++)
            {
                ReadOnlySpan<float> from = samples.AsSpan(3 * i);
                double expected = GrooveGuru.Core.Dsp.TapSums.Scalar(from, taps.AsSpan(0, length));
                Assert.Equal(expected, group[i], 1e-5);
                Assert.Equal(expected, GrooveGuru.Core.Dsp.TapSums.One(from, taps), 1e-5);
                Assert.Equal(group[i], GrooveGuru.Core.Dsp.TapSums.OneOfGroup(from, taps));
            }
        }
    }

    public static void Moments()
    {
        for (int length = 1; length <= Longest; length++)
        {
            float[] samples = Signals.Noise(1, length, 1, length);
            SampleMoments moments = SampleMoments.Of(samples);
            Assert.Equal(samples.Sum(sample => (double)sample), moments.Sum, 1e-4);
            Assert.Equal(samples.Sum(sample => (double)sample * sample), moments.Squares, 1e-4);
            Assert.Equal(samples.Max(Math.Abs), moments.Peak);
        }
    }

    public static void Extremes()
    {
        for (int length = 1; length <= Longest; length++)
        {
            // Few different values make ties, and the extremes of one lane may be all there are.
            float[] values = Signals.Noise(8, length, 1, length).Select(value => MathF.Round(value)).ToArray(), sorted = [.. values.Order()];
            for (int taken = 1; taken <= Math.Min(length, ExtremeMeans.MaxTaken); taken++)
            {
                (float largest, float smallest) = ExtremeMeans.Of(values, taken);
                Assert.Equal(sorted[^taken..].Average(), largest, 1e-5);
                Assert.Equal(sorted[..taken].Average(), smallest, 1e-5);
            }
        }
    }

    public static void Medians()
    {
        const int rows = RunningMedian31.RowCount;
        int width = Vector<float>.Count;
        int[] starts = Enumerable.Range(0, rows).Select(row => row * width).ToArray();
        for (int seed = 1; seed <= Longest; seed++)
        {
            float[] values = Signals.Noise(seed % 7 == 0 ? 2 : 100, rows * width, 1, seed).Select(value => MathF.Round(value)).ToArray();
            Vector<float>[] medians = new Vector<float>[RunningMedian31.BlockLength];
            RunningMedian31.Filter(values, starts, 0, medians);
            for (int place = 0; place < medians.Length; place++)
            {
                for (int lane = 0; lane < width; lane++)
                {
                    int first = RunningMedian31.RowsBefore + place - (RunningMedian31.WindowLength / 2);
                    float[] window = Enumerable.Range(first, RunningMedian31.WindowLength).Select(row => values[(row * width) + lane]).Order().ToArray();
                    Assert.Equal(window[RunningMedian31.WindowLength / 2], medians[place][lane]);
                }
            }
        }
    }

    public static void Sections()
    {
        BiquadCoefficients low = BiquadCoefficients.LowPass(900, 0.7, 8_000), high = BiquadCoefficients.HighPass(50, 0.7, 8_000);
        for (int length = 1; length <= Longest; length++)
        {
            // The energy lags by two samples, so silence follows.
            float[] first = [.. Signals.Noise(1, length, 1, length), 0, 0], second = [.. Signals.Noise(1, length, 1, length + 9), 0, 0];
            (double one, double other) = new TwoSectionEnergy(low, high).Sum(first, second);
            Assert.Equal(Energy(first), one, 1e-9);
            Assert.Equal(Energy(second), other, 1e-9);
        }

        double Energy(float[] samples)
        {
            double[] filtered = samples.SkipLast(2).Select(sample => (double)sample).ToArray();
            new BiquadFilter(low).Process(filtered);
            new BiquadFilter(high).Process(filtered);
            return filtered.Sum(sample => sample * sample);
        }
    }

    public static void Transforms()
    {
        for (int size = 4; size <= 512; size *= 2)
        {
            var fft = new RealFft(size);
            float[] signal = Signals.Noise(1, size, 1, size), real = new float[fft.BinCount], imaginary = new float[fft.BinCount];
            fft.Forward(signal, real, imaginary);
            for (int k = 0; k < fft.BinCount; k++)
            {
                Complex sum = 0;
                for (int n = 0; n < size; n++)
                {
                    sum += signal[n] * Complex.FromPolarCoordinates(1, -2 * Math.PI * ((long)k * n % size) / size);
                }

                Assert.Equal(sum.Real, real[k], 1e-4 * Math.Sqrt(size));
                Assert.Equal(sum.Imaginary, imaginary[k], 1e-4 * Math.Sqrt(size));
            }
        }
    }
}
