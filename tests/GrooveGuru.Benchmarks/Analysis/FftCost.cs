using System.Diagnostics;
using System.Globalization;

namespace GrooveGuru.Benchmarks.Analysis;

/// <summary>A short comparison of the Fourier transforms of <see cref="FftBenchmarks"/> in one run.</summary>
public static class FftCost
{
    /// <summary>The verb of the command line.</summary>
    public const string Verb = "fft";

    // Long enough for the compiler to have done its best.
    private const double Seconds = 1;
    private const int SamplesPerRound = 1 << 21;

    /// <summary>Measures and prints.</summary>
    /// <returns>0 when ours is the faster of the two managed ones at every size, else 1.</returns>
    public static int Run()
    {
        Console.WriteLine(FftBenchmarks.HasFftw ? "real transform, µs, fastest round of one second" : "real transform, µs, fastest round of one second; FFTW is not here (Debian: libfftw3-single3)");
        Console.WriteLine($"{"size",-8}{"MathNet",10}{"ours",10}{"FFTW",10}{"MathNet/ours",14}{"ours/FFTW",12}");
        bool met = true;
        foreach (int size in new[] { 2048, 4096, 8192, 16_384 })
        {
            using var transforms = new FftBenchmarks { Size = size };
            transforms.Setup();
            double mathNet = Microseconds(transforms.MathNet, size), ours = Microseconds(transforms.Ours, size);
            double fftw = FftBenchmarks.HasFftw ? Microseconds(transforms.Fftw, size) : double.NaN;
            met &= ours < mathNet;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{size,-8}{mathNet,10:F2}{ours,10:F2}{fftw,10:F2}{mathNet / ours,14:F2}{ours / fftw,12:F2}"));
        }

        return met ? 0 : 1;
    }

    private static double Microseconds(Func<float> transform, int size)
    {
        int calls = SamplesPerRound / size;
        double fastest = double.MaxValue;
        float sum = 0;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < Seconds)
        {
            long began = Stopwatch.GetTimestamp();
            for (int call = 0; call < calls; call++)
            {
                sum += transform();
            }

            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(began).TotalMicroseconds / calls);
        }

        // Read, so that no call can be left out.
        return float.IsNaN(sum) ? double.NaN : fastest;
    }
}
