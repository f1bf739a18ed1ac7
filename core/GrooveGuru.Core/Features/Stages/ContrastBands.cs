using GrooveGuru.Core.Dsp;

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
            (peaks[band], valleys[band]) = ExtremeMeans.Of(bins, _taken[band]);
        }
    }
}
