using System.Numerics.Tensors;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>How loud the loud moments of a recording are: what levels of strokes are told against.</summary>
internal static class ReferenceLevel
{
    // Of the moments that sound at all, one in twenty is louder.
    private const double LoudShare = 0.95;
    private const double BinsPerDb = 2;
    private const double FloorDb = -110;
    private const double RangeDb = 260;
    private const double SoundingDb = 50;
    private const double MomentSeconds = 0.02;

    /// <summary>Measures.</summary>
    /// <returns>Mean square of a loud moment; 0 for silence (everything below -90 dBFS).</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static double Measure(IAudioSource source, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        const double Silence = 1e-9;
        long[] histogram = new long[(int)(RangeDb * BinsPerDb)];
        int momentSamples = Math.Max(1, (int)(MomentSeconds * source.SampleRateHz));
        MonoReader.Read(
            source,
            DrumFraming.BlockFrames,
            block =>
            {
                for (int from = 0; from < block.Length; from += momentSamples)
                {
                    ReadOnlySpan<float> moment = block[from..Math.Min(block.Length, from + momentSamples)];
                    double power = TensorPrimitives.SumOfSquares(moment) / moment.Length;
                    int bin = (int)((10 * Math.Log10(power + 1e-12) - FloorDb) * BinsPerDb);
                    histogram[Math.Clamp(bin, 0, histogram.Length - 1)] += moment.Length;
                }
            },
            progress,
            cancellationToken);
        int top = Array.FindLastIndex(histogram, count => count > 0);
        int bottom = Math.Max(0, top - (int)(SoundingDb * BinsPerDb));
        double wanted = LoudShare * histogram.AsSpan(bottom, Math.Max(0, top - bottom + 1)).ToArray().Sum(count => (double)count);
        double counted = 0;
        for (int bin = bottom; bin <= top; bin++)
        {
            counted += histogram[bin];
            if (counted >= wanted)
            {
                double level = Math.Pow(10, (FloorDb + ((bin + 0.5) / BinsPerDb)) / 10);
                return level > Silence ? level : 0;
            }
        }

        return 0;
    }
}
