using System.Numerics;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>Where the energy lies along the frequency axis, from long frames of the mono mix.</summary>
internal sealed class TonalBalanceStage
{
    // A constant offset lies in the bins 0 and 1 of a Hann-windowed frame; what is below 15 Hz is rumble that nobody hears as bass.
    private const double LowestHz = 15;
    private const double SubBassHz = 60;
    private const double AudibleShare = 1e-9;

    // Frames that reach beyond the ends cut the sound off there, and the cut of a constant offset looks like bass.
    private const int EdgeFrames = AnalysisRate.LongFrameLength / AnalysisRate.LongHopLength / 2;

    private readonly bool _hasAbove;
    private double[] _power = new double[(AnalysisRate.LongFrameLength / 2) + 1];
    private double[] _edgePower = new double[(AnalysisRate.LongFrameLength / 2) + 1];
    private double _sum;
    private double _squares;
    private long _samples;
    private long _frames;
    private long _wholeFrames;

    /// <summary>Nothing heard yet.</summary>
    /// <param name="sampleRateHz">Native sample rate, Hz.</param>
    public TonalBalanceStage(int sampleRateHz) => _hasAbove = sampleRateHz > AnalysisRate.SampleRateHz;

    /// <summary>Hears samples at the analysis rate.</summary>
    public void ProcessSamples(ReadOnlySpan<float> samples)
    {
        SampleMoments moments = SampleMoments.Of(samples);
        _sum += moments.Sum;
        _squares += moments.Squares;
        _samples += samples.Length;
    }

    /// <summary>Hears the power spectrum of a long frame.</summary>
    /// <param name="power">Squared magnitude [bins].</param>
    /// <param name="reachesEnd">Whether the frame reaches beyond the last sample.</param>
    public void ProcessFrame(ReadOnlySpan<float> power, bool reachesEnd)
    {
        bool isWhole = _frames >= EdgeFrames && !reachesEnd;
        _frames++;
        _wholeFrames += isWhole ? 1 : 0;
        Add(power, isWhole ? _power : _edgePower);
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public TonalBalanceStage Fork()
    {
        var copy = (TonalBalanceStage)MemberwiseClone();
        copy._power = [.. _power];
        copy._edgePower = [.. _edgePower];
        return copy;
    }

    /// <summary>Writes what was measured and gives the share of each band.</summary>
    /// <param name="sheet">Receives the sub-bass share.</param>
    /// <param name="nativeMeanSquare">Mean square of the mono mix at the native rate; what it has above the analysis band is air.</param>
    public double[] Finish(FeatureSheet sheet, double nativeMeanSquare)
    {
        if (_wholeFrames == 0)
        {
            (_power, _edgePower) = (_edgePower, _power);
        }

        double within = Energy(LowestHz, AnalysisRate.SampleRateHz / 2.0);
        double meanSquare = _samples == 0 ? 0 : _squares / _samples, offset = _samples == 0 ? 0 : _sum / _samples;
        double moving = meanSquare - (offset * offset);
        if (within <= AudibleShare * _power.Sum() || moving <= 1e-18 || moving <= AudibleShare * meanSquare)
        {
            string reason = _samples == 0 ? "There is no audio."
                : meanSquare <= 1e-18 ? "The mono mix is silent."
                : "The mono mix is a constant offset.";
            sheet.AddMissing(reason, FeatureIds.SubBassRatio);
            return [];
        }

        // Where nothing lies above the band, what the resampler's slope has lost is not air.
        double above = !_hasAbove ? 0 : within * Math.Max(0, (nativeMeanSquare - meanSquare) / moving);
        sheet.Add(FeatureIds.SubBassRatio, Energy(LowestHz, SubBassHz) / (within + above));
        IReadOnlyList<double> edges = TonalBalanceBands.EdgesHz;
        var bands = new double[edges.Count];
        for (int band = 0; band < bands.Length; band++)
        {
            bool isLast = band == bands.Length - 1;
            bands[band] = Energy(edges[band], isLast ? AnalysisRate.SampleRateHz / 2.0 : edges[band + 1]) + (isLast ? above : 0);
        }

        double sum = bands.Sum();
        return sum <= 0 ? [] : bands.Select(energy => energy / sum).ToArray();
    }

    // A bin that an edge cuts counts by its share.
    private double Energy(double lowHz, double highHz)
    {
        double binHz = (double)AnalysisRate.SampleRateHz / AnalysisRate.LongFrameLength;
        double low = lowHz / binHz, high = highHz / binHz, sum = 0;
        for (int bin = (int)Math.Floor(low); bin < _power.Length && bin - 0.5 < high; bin++)
        {
            double share = Math.Min(bin + 0.5, high) - Math.Max(bin - 0.5, low);
            sum += _power[bin] * Math.Clamp(share, 0, 1);
        }

        return sum;
    }

    private static void Add(ReadOnlySpan<float> power, double[] to)
    {
        int bin = 0, width = Vector<float>.Count;
        for (; bin + width <= power.Length; bin += width)
        {
            Vector.Widen(new Vector<float>(power[bin..]), out Vector<double> low, out Vector<double> high);
            (new Vector<double>(to, bin) + low).CopyTo(to, bin);
            (new Vector<double>(to, bin + (width / 2)) + high).CopyTo(to, bin + (width / 2));
        }

        for (; bin < power.Length; bin++)
        {
            to[bin] += power[bin];
        }
    }
}
