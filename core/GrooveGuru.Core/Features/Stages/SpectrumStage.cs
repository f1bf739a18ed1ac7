using System.Numerics.Tensors;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>Timbre: cepstrum, centroid, roll-off, contrast and how much of the band is occupied, as means over frames.</summary>
internal sealed class SpectrumStage
{
    private const int MfccCount = 13;
    private const float RolloffShare = 0.85f;
    private const int RolloffStretch = 32;
    private const float OccupiedWithinDb = 40;
    private const float SilentFrameDb = -60;

    private static readonly float BinHz = (float)AnalysisRate.SampleRateHz / AnalysisRate.FrameLength;

    private readonly float[] _frequenciesHz = new float[AnalysisRate.BinCount];
    private DecibelFloorMeans _mel = new(SpectralFrame.MelBandCount);
    private DecibelFloorMeans _peaks = new(ContrastBands.Count);
    private DecibelFloorMeans _valleys = new(ContrastBands.Count);
    private readonly ContrastBands _contrast = new();
    private readonly float[] _peak = new float[ContrastBands.Count];
    private readonly float[] _valley = new float[ContrastBands.Count];
    private double _centroids;
    private double _rolloffs;
    private double _occupied;
    private long _audibleFrames;
    private long _frames;

    /// <summary>Nothing heard yet.</summary>
    public SpectrumStage()
    {
        for (int bin = 0; bin < _frequenciesHz.Length; bin++)
        {
            _frequenciesHz[bin] = bin * BinHz;
        }
    }

    /// <summary>Hears a frame.</summary>
    public void Process(SpectralFrame frame)
    {
        ReadOnlySpan<float> magnitude = frame.Magnitude;
        _frames++;
        float sum = TensorPrimitives.Sum(magnitude);
        if (sum > 0)
        {
            _centroids += TensorPrimitives.Dot(magnitude, _frequenciesHz) / sum;
            _rolloffs += Rolloff(magnitude, sum);
        }

        _contrast.Measure(magnitude, _peak, _valley);
        ToDb(_peak);
        ToDb(_valley);
        _peaks.Add(_peak);
        _valleys.Add(_valley);
        _mel.Add(frame.MelDb);

        float loudest = TensorPrimitives.Max<float>(frame.MelDb);
        if (loudest > SilentFrameDb)
        {
            _audibleFrames++;
            int occupied = 0;
            foreach (float level in frame.MelDb)
            {
                occupied += level > loudest - OccupiedWithinDb ? 1 : 0;
            }

            _occupied += (double)occupied / SpectralFrame.MelBandCount;
        }
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public SpectrumStage Fork()
    {
        var copy = (SpectrumStage)MemberwiseClone();
        copy._mel = _mel.Fork();
        copy._peaks = _peaks.Fork();
        copy._valleys = _valleys.Fork();
        return copy;
    }

    /// <summary>Writes what was measured.</summary>
    public void Finish(FeatureSheet sheet)
    {
        if (_audibleFrames == 0)
        {
            string reason = _frames == 0 ? "There is no audio." : "The mono mix is silent.";
            sheet.AddMissing(reason, Enumerable.Range(1, MfccCount).Select(FeatureCatalog.MfccId));
            sheet.AddMissing(
                reason, FeatureIds.MfccBass, FeatureIds.MfccMid, FeatureIds.MfccTreble, FeatureIds.SpectralCentroid,
                FeatureIds.SpectralRolloff, FeatureIds.SpectralContrast, FeatureIds.ArrangementDensity);
            return;
        }

        double[] mfcc = CosineTransform.Orthonormal(_mel.Means(), MfccCount);
        for (int number = 1; number <= MfccCount; number++)
        {
            sheet.Add(FeatureCatalog.MfccId(number), mfcc[number - 1]);
        }

        sheet.Add(FeatureIds.MfccBass, mfcc[..4].Average());
        sheet.Add(FeatureIds.MfccMid, mfcc[4..8].Average());
        sheet.Add(FeatureIds.MfccTreble, mfcc[8..].Average());
        sheet.Add(FeatureIds.SpectralCentroid, _centroids / _frames);
        sheet.Add(FeatureIds.SpectralRolloff, _rolloffs / _frames);
        double[] contrast = _peaks.Means().Zip(_valleys.Means(), (peak, valley) => peak - valley).ToArray();
        sheet.Add(FeatureIds.SpectralContrast, contrast.Average(), detail: contrast);
        sheet.Add(FeatureIds.ArrangementDensity, _occupied / _audibleFrames);
    }

    private static float Rolloff(ReadOnlySpan<float> magnitude, float sum)
    {
        // Stretch by stretch first: only within one of them every bin is asked.
        float threshold = RolloffShare * sum, below = 0;
        int bin = 0;
        for (; bin + RolloffStretch <= magnitude.Length; bin += RolloffStretch)
        {
            float reached = below + TensorPrimitives.Sum(magnitude.Slice(bin, RolloffStretch));
            if (reached >= threshold)
            {
                break;
            }

            below = reached;
        }

        for (; bin < magnitude.Length; bin++)
        {
            below += magnitude[bin];
            if (below >= threshold)
            {
                return bin * BinHz;
            }
        }

        return (magnitude.Length - 1) * BinHz;
    }

    private static void ToDb(Span<float> values)
    {
        TensorPrimitives.Max(values, 1e-10f, values);
        TensorPrimitives.Log10(values, values);
        TensorPrimitives.Multiply(values, 10f, values);
    }
}
