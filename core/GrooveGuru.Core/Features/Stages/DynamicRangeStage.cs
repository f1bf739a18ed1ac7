using System.Numerics.Tensors;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>How far the level of frames moves: their 95th less their 10th percentile in dB, from energies per hop.</summary>
internal sealed class DynamicRangeStage
{
    private const double SilencePower = 1e-10;
    private const int HopsPerFrame = AnalysisRate.FrameLength / AnalysisRate.HopLength;

    private List<float> _hopEnergies = [];
    private double _sum;
    private int _inHop;

    /// <summary>Hears samples at the analysis rate.</summary>
    public void Process(ReadOnlySpan<float> samples)
    {
        while (!samples.IsEmpty)
        {
            int taken = Math.Min(samples.Length, AnalysisRate.HopLength - _inHop);
            _sum += TensorPrimitives.SumOfSquares(samples[..taken]);
            _inHop += taken;
            samples = samples[taken..];
            if (_inHop == AnalysisRate.HopLength)
            {
                EndHop();
            }
        }
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public DynamicRangeStage Fork()
    {
        var copy = (DynamicRangeStage)MemberwiseClone();
        copy._hopEnergies = [.. _hopEnergies];
        return copy;
    }

    /// <summary>Writes what was measured.</summary>
    public void Finish(FeatureSheet sheet, bool isSilent)
    {
        int frames = 1 + _hopEnergies.Count;
        if (isSilent || frames < HopsPerFrame)
        {
            sheet.AddMissing(
                _hopEnergies.Count == 0 && _inHop == 0 ? "There is no audio." : isSilent ? "The mono mix is silent." : "The audio is shorter than one frame of 93 ms.", FeatureIds.DynamicRange);
            return;
        }

        if (_inHop > 0)
        {
            EndHop();
        }

        // Frame t is centred on the beginning of hop t.
        var levelsDb = new double[frames];
        for (int frame = 0; frame < frames; frame++)
        {
            double energy = 0;
            int first = frame - (HopsPerFrame / 2);
            for (int hop = Math.Max(0, first); hop < Math.Min(first + HopsPerFrame, _hopEnergies.Count); hop++)
            {
                energy += _hopEnergies[hop];
            }

            levelsDb[frame] = 10 * Math.Log10(Math.Max(energy / AnalysisRate.FrameLength, SilencePower));
        }

        Array.Sort(levelsDb);
        sheet.Add(FeatureIds.DynamicRange, Percentile(levelsDb, 0.95) - Percentile(levelsDb, 0.10));
    }

    private static double Percentile(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int below = (int)at;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }

    private void EndHop()
    {
        _hopEnergies.Add((float)_sum);
        _sum = 0;
        _inHop = 0;
    }
}
