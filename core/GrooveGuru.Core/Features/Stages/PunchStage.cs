using System.Numerics.Tensors;
using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Dsp.Realtime;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>How much of the energy below 150 Hz stands out of what sounds on: 0 for a held bass, near 1 for short kicks.</summary>
/// <remarks>
/// Energies of 10 ms blocks below 150 Hz (24 dB per octave); the running median over 310 ms is what is sustained,
/// what lies above it is transient: the median filter of harmonic-percussive separation applied to one band.
/// </remarks>
internal sealed class PunchStage
{
    private const double CrossoverHz = 150;
    private const int BlockSamples = 220;
    private const int WindowBlocks = 31;
    private const double AudibleShare = 1e-4;

    private List<float> _energies = [];
    private TwoSectionEnergy _lowEnd = new(
        BiquadCoefficients.LowPass(CrossoverHz, 0.5412, AnalysisRate.SampleRateHz),
        BiquadCoefficients.LowPass(CrossoverHz, 1.3066, AnalysisRate.SampleRateHz));

    private double _blockSum;
    private double _allSquares;
    private int _inBlock;

    /// <summary>Hears samples at the analysis rate.</summary>
    public void Process(ReadOnlySpan<float> samples)
    {
        while (!samples.IsEmpty)
        {
            int taken = Math.Min(samples.Length, BlockSamples - _inBlock);
            ReadOnlySpan<float> heard = samples[..taken];
            _allSquares += TensorPrimitives.SumOfSquares(heard);
            _blockSum += _lowEnd.Sum(heard, heard).First;
            _inBlock += taken;
            if (_inBlock == BlockSamples)
            {
                _energies.Add((float)_blockSum);
                _blockSum = 0;
                _inBlock = 0;
            }

            samples = samples[taken..];
        }
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public PunchStage Fork()
    {
        var copy = (PunchStage)MemberwiseClone();
        copy._energies = [.. _energies];
        copy._lowEnd = new TwoSectionEnergy(_lowEnd);
        return copy;
    }

    /// <summary>Writes what was measured.</summary>
    public void Finish(FeatureSheet sheet)
    {
        if (_energies.Count < WindowBlocks)
        {
            bool isEmpty = _energies.Count == 0 && _inBlock == 0;
            sheet.AddMissing(isEmpty ? "There is no audio." : "The audio is shorter than 310 ms.", FeatureIds.PunchFactor);
            return;
        }

        double all = _energies.Sum(energy => (double)energy);
        if (all <= AudibleShare * _allSquares || all <= 1e-12)
        {
            sheet.AddMissing("There is next to nothing below 150 Hz.", FeatureIds.PunchFactor);
            return;
        }

        sheet.Add(FeatureIds.PunchFactor, Math.Clamp(Transient() / all, 0, 1));
    }

    private double Transient()
    {
        var window = new float[WindowBlocks];
        double transient = 0;
        for (int block = 0; block < _energies.Count; block++)
        {
            for (int i = 0; i < WindowBlocks; i++)
            {
                int at = Math.Clamp(block + i - (WindowBlocks / 2), 0, _energies.Count - 1);
                window[i] = _energies[at];
            }

            Array.Sort(window);
            transient += Math.Max(0, _energies[block] - window[WindowBlocks / 2]);
        }

        return transient;
    }
}
