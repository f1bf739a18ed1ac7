using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>Key and harmonic change.</summary>
internal sealed class TonalityStage
{
    private const double MinSeconds = 1;
    private const double MinTuningAgreement = 0.03;
    private const int AlternativeCount = 4;

    private readonly ChromaExtractor _chroma = new(AnalysisRate.SampleRateHz, AnalysisRate.LongFrameLength);

    /// <summary>Hears the power spectrum of a long frame [bins].</summary>
    public void Process(ReadOnlySpan<float> power) => _chroma.Process(power);

    /// <summary>Writes what was measured.</summary>
    public void Finish(FeatureSheet sheet, bool isSilent, double seconds)
    {
        IReadOnlyList<KeyCandidate> keys = KeyEstimator.Estimate(_chroma.Mean());
        string? reason = seconds <= 0 ? "There is no audio."
            : isSilent ? "The mono mix is silent."
            : seconds < MinSeconds ? "The audio is shorter than 1 s, too short for a key."
            : keys.Count == 0 || _chroma.TuningAgreement < MinTuningAgreement
                ? "There are no clear pitches to tell a key from."
            : null;
        if (reason is not null)
        {
            sheet.AddMissing(reason, FeatureIds.Key, FeatureIds.KeyConfidence, FeatureIds.TonnetzChange);
            return;
        }

        KeyCandidate best = keys[0];
        sheet.Add(new FeatureValue
        {
            Definition = FeatureCatalog.Get(FeatureIds.Key),
            Text = best.Key.ToString(),
            Confidence = best.Confidence,
            Alternatives = keys.Skip(1)
                .Take(AlternativeCount)
                .Select(other => new FeatureAlternative(null, other.Key.ToString(), other.Confidence))
                .ToList(),
            Detail = _chroma.Mean(),
        });
        sheet.Add(FeatureIds.KeyConfidence, best.Confidence);
        AddHarmonicChange(sheet);
    }

    private void AddHarmonicChange(FeatureSheet sheet)
    {
        if (_chroma.FrameCount < 2)
        {
            sheet.AddMissing("There are too few sounding frames.", FeatureIds.TonnetzChange);
            return;
        }

        double[] previous = new double[TonalCentroid.Dimensions], current = new double[TonalCentroid.Dimensions];
        double[] mean = new double[TonalCentroid.Dimensions];
        double change = 0;
        for (int frame = 0; frame < _chroma.FrameCount; frame++)
        {
            TonalCentroid.Map(_chroma.Frame(frame), current);
            double squares = 0;
            for (int dimension = 0; dimension < mean.Length; dimension++)
            {
                mean[dimension] += current[dimension] / _chroma.FrameCount;
                squares += (current[dimension] - previous[dimension]) * (current[dimension] - previous[dimension]);
            }

            change += frame == 0 ? 0 : Math.Sqrt(squares);
            (previous, current) = (current, previous);
        }

        sheet.Add(FeatureIds.TonnetzChange, change / (_chroma.FrameCount - 1), detail: mean);
    }
}
