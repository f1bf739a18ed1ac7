using System.Numerics.Tensors;
using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Core.Form;

/// <summary>How well a piece repeats after a lag: the correlation of its onsets and of its pitch classes with themselves.</summary>
/// <remarks>
/// Pearson's correlation over the overlap. A steady sound repeats at any lag. Where there are no clear pitches the onsets alone
/// count. Cost per lag: the length of the piece.
/// </remarks>
internal sealed class LoopFinder
{
    // Below this spread there is nothing that could repeat or not, dB of rise and share of the chroma.
    private const float SteadyRiseDb = 0.02f;
    private const float SteadyShare = 0.005f;

    private const int EdgeFrames = 4;
    private const double StrongestShare = 0.98;

    private readonly float[] _onsets;
    private readonly double _onsetRateHz;
    private readonly float[] _chroma;
    private readonly double _chromaRateHz;

    /// <summary>Prepares what is compared.</summary>
    /// <param name="onsetStrength">Onset strength [frames], dB of rise.</param>
    /// <param name="onsetRateHz">Frames per second.</param>
    /// <param name="chroma">Chroma by frame, finished; null where there are no clear pitches.</param>
    /// <param name="chromaRateHz">Frames per second.</param>
    public LoopFinder(IReadOnlyList<float> onsetStrength, double onsetRateHz, ChromaExtractor? chroma, double chromaRateHz)
    {
        (_onsetRateHz, _chromaRateHz) = (onsetRateHz, chromaRateHz);
        _onsets = Smoothed(onsetStrength);
        _chroma = chroma is null ? [] : Centred(chroma);
    }

    /// <summary>The strongest repetition within a range of lags.</summary>
    /// <param name="shortestSeconds">Shortest lag, s.</param>
    /// <param name="longestSeconds">Longest lag, s; lags beyond half of the piece are not read.</param>
    /// <returns>0–1; null where the piece is shorter than twice the shortest lag.</returns>
    public double? Strongest(double shortestSeconds, double longestSeconds)
    {
        int shortest = Math.Max(1, (int)Math.Round(shortestSeconds * _onsetRateHz));
        int longest = Math.Min((int)Math.Round(longestSeconds * _onsetRateHz), _onsets.Length / 2);
        double? strongest = null;
        for (int lag = shortest; lag <= longest; lag++)
        {
            double similarity = Correlation(_onsets, lag, SteadyRiseDb);
            if (_chroma.Length > 0)
            {
                similarity = (similarity + ChromaSimilarity(lag / _onsetRateHz * _chromaRateHz)) / 2;
            }

            strongest = Math.Max(strongest ?? 0, Math.Clamp(similarity, 0, 1));
        }

        return strongest;
    }

    // Between two whole lags the similarity is read from both.
    private double ChromaSimilarity(double lag)
    {
        int below = (int)lag;
        double above = lag - below;
        return ((1 - above) * Correlation(_chroma, below * ChromaExtractor.ClassCount, SteadyShare))
            + (above * Correlation(_chroma, (below + 1) * ChromaExtractor.ClassCount, SteadyShare));
    }

    private static double Correlation(float[] values, int lag, float steady)
    {
        ReadOnlySpan<float> early = values.AsSpan(0, values.Length - lag), late = values.AsSpan(lag);
        double earlyPower = TensorPrimitives.SumOfSquares(early), latePower = TensorPrimitives.SumOfSquares(late);
        double least = (double)steady * steady * early.Length;
        return Math.Max(earlyPower, latePower) < least ? 1
            : Math.Min(earlyPower, latePower) < least ? 0
            : TensorPrimitives.Dot(early, late) / Math.Sqrt(earlyPower * latePower);
    }

    private static float[] Smoothed(IReadOnlyList<float> values)
    {
        // Players and frames are late by a frame or two: 1 4 6 4 1. That the sound begins and ends at all is no onset of the piece.
        var smoothed = new float[values.Count];
        float[] sorted = [.. values.Order()];
        float median = sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];

        // An entry out of silence is many times stronger than any other onset and would drown them.
        float cap = sorted.Length == 0 ? 0 : sorted[(int)(StrongestShare * (sorted.Length - 1))];
        float At(int index) => index < EdgeFrames || index >= values.Count - EdgeFrames ? median
            : cap > 0 ? Math.Min(cap, values[index])
            : values[index];
        for (int i = 0; i < smoothed.Length; i++)
        {
            smoothed[i] = ((6 * At(i)) + (4 * (At(i - 1) + At(i + 1))) + At(i - 2) + At(i + 2)) / 16;
        }

        if (smoothed.Length > 0)
        {
            TensorPrimitives.Subtract(smoothed, TensorPrimitives.Sum<float>(smoothed) / smoothed.Length, smoothed);
        }

        return smoothed;
    }

    private static float[] Centred(ChromaExtractor chroma)
    {
        double[] mean = chroma.Mean();
        var centred = new float[chroma.FrameCount * ChromaExtractor.ClassCount];
        for (int frame = 0; frame < chroma.FrameCount; frame++)
        {
            float sum = chroma.IsSounding(frame) ? TensorPrimitives.Sum(chroma.Frame(frame)) : 0;
            for (int pitch = 0; pitch < ChromaExtractor.ClassCount && sum > 0; pitch++)
            {
                centred[(frame * ChromaExtractor.ClassCount) + pitch] = (float)((chroma.Frame(frame)[pitch] / sum) - mean[pitch]);
            }
        }

        return centred;
    }
}
