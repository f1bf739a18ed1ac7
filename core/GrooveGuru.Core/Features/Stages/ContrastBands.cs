using System.Numerics;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>Octave bands and, in each, the mean of the strongest and of the weakest 2 % of the bins.</summary>
/// <remarks>Jiang et al. 2002; bands and quantiles as in librosa.feature.spectral_contrast.</remarks>
internal sealed class ContrastBands
{
    /// <summary>Bands.</summary>
    public const int Count = 7;

    private const double LowestOctaveHz = 200;
    private const double Quantile = 0.02;

    private readonly int[] _first = new int[Count];
    private readonly int[] _end = new int[Count];
    private readonly int[] _taken = new int[Count];
    private readonly float[] _extremes;

    /// <summary>The bands at the analysis rate.</summary>
    public ContrastBands()
    {
        for (int band = 0; band < Count; band++)
        {
            double lowHz = band == 0 ? 0 : LowestOctaveHz * Math.Pow(2, band - 1);
            double highHz = LowestOctaveHz * Math.Pow(2, band);
            double binHz = (double)AnalysisRate.SampleRateHz / AnalysisRate.FrameLength;
            int first = (int)Math.Ceiling(lowHz / binHz);
            int last = Math.Min((int)Math.Floor(highHz / binHz), AnalysisRate.BinCount - 1);
            // Every band but the first begins one bin early; every band but the last ends one bin early.
            first -= band > 0 ? 1 : 0;
            _first[band] = first;
            _taken[band] = Math.Max(1, (int)Math.Round(Quantile * (last - first + 1), MidpointRounding.ToEven));
            _end[band] = band == Count - 1 ? last + 1 : last;
        }

        _extremes = new float[_taken.Max()];
    }

    /// <summary>Measures one frame.</summary>
    /// <param name="magnitude">Spectrum [bins].</param>
    /// <param name="peaks">Mean of the strongest bins [bands].</param>
    /// <param name="valleys">Mean of the weakest bins [bands].</param>
    public void Measure(ReadOnlySpan<float> magnitude, Span<float> peaks, Span<float> valleys)
    {
        for (int band = 0; band < Count; band++)
        {
            ReadOnlySpan<float> bins = magnitude[_first[band].._end[band]];
            Span<float> extremes = _extremes.AsSpan(0, _taken[band]);
            peaks[band] = MeanOfLargest(bins, extremes, 1);
            valleys[band] = -MeanOfLargest(bins, extremes, -1);
        }
    }

    private static float MeanOfLargest(ReadOnlySpan<float> values, Span<float> largest, float sign)
    {
        // Ascending; the first is the one to beat. Most bins beat nothing, so a whole vector of them is asked at once.
        largest.Fill(float.NegativeInfinity);
        int width = Vector<float>.Count, i = 0;
        for (; i + width <= values.Length; i += width)
        {
            Vector<float> candidates = new Vector<float>(values[i..]) * sign;
            if (Vector.GreaterThanAny(candidates, new Vector<float>(largest[0])))
            {
                for (int lane = 0; lane < width; lane++)
                {
                    Insert(candidates[lane], largest);
                }
            }
        }

        for (; i < values.Length; i++)
        {
            Insert(sign * values[i], largest);
        }

        float sum = 0;
        foreach (float value in largest)
        {
            sum += value;
        }

        return sum / largest.Length;
    }

    private static void Insert(float candidate, Span<float> largest)
    {
        if (candidate <= largest[0])
        {
            return;
        }

        int at = 1;
        for (; at < largest.Length && largest[at] < candidate; at++)
        {
            largest[at - 1] = largest[at];
        }

        largest[at - 1] = candidate;
    }
}
