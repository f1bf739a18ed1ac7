using System.Numerics;
using System.Numerics.Tensors;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>Where the energy lies along the frequency axis, from long frames of the mono mix.</summary>
internal sealed class TonalBalanceStage
{
    // A constant offset lies in the bins 0 and 1 of a Hann-windowed frame, and is no bass.
    private const int FirstBin = 2;
    private const double SubBassHz = 60;

    private readonly double[] _power = new double[(AnalysisRate.LongFrameLength / 2) + 1];
    private double _squares;
    private long _samples;

    /// <summary>Hears samples at the analysis rate.</summary>
    public void ProcessSamples(ReadOnlySpan<float> samples)
    {
        _squares += TensorPrimitives.SumOfSquares(samples);
        _samples += samples.Length;
    }

    /// <summary>Hears the power spectrum of a long frame [bins].</summary>
    public void ProcessFrame(ReadOnlySpan<float> power)
    {
        int bin = 0, width = Vector<float>.Count;
        for (; bin + width <= power.Length; bin += width)
        {
            Vector.Widen(new Vector<float>(power[bin..]), out Vector<double> low, out Vector<double> high);
            (new Vector<double>(_power, bin) + low).CopyTo(_power, bin);
            (new Vector<double>(_power, bin + (width / 2)) + high).CopyTo(_power, bin + (width / 2));
        }

        for (; bin < power.Length; bin++)
        {
            _power[bin] += power[bin];
        }
    }

    /// <summary>Writes what was measured and gives the share of each band.</summary>
    /// <param name="sheet">Receives the sub-bass share.</param>
    /// <param name="nativeMeanSquare">Mean square of the mono mix at the native rate; what it has above the analysis band is air.</param>
    public double[] Finish(FeatureSheet sheet, double nativeMeanSquare)
    {
        double within = Energy(0, AnalysisRate.SampleRateHz / 2.0);
        double meanSquare = _samples == 0 ? 0 : _squares / _samples;
        if (within <= 0 || meanSquare <= 1e-18)
        {
            sheet.AddMissing(_samples == 0 ? "There is no audio." : "The mono mix is silent.", FeatureIds.SubBassRatio);
            return [];
        }

        double above = within * Math.Max(0, (nativeMeanSquare / meanSquare) - 1);
        sheet.Add(FeatureIds.SubBassRatio, Energy(0, SubBassHz) / (within + above));
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
        for (int bin = Math.Max(FirstBin, (int)Math.Floor(low)); bin < _power.Length && bin - 0.5 < high; bin++)
        {
            double share = Math.Min(bin + 0.5, high) - Math.Max(bin - 0.5, low);
            sum += _power[bin] * Math.Clamp(share, 0, 1);
        }

        return sum;
    }
}
