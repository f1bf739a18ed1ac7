using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>Key and harmonic change.</summary>
internal sealed class TonalityStage
{
    private const double MinSeconds = 1;

    // Noise and drums spread by chance up to 0.15; the plainest solo voice reaches 0.18, played music 0.25 and more.
    private const double MinSpread = 0.16;
    private const double FullTrustSpread = 0.25;
    private const int AlternativeCount = 4;

    private ChromaExtractor _chroma = new(AnalysisRate.SampleRateHz, AnalysisRate.LongFrameLength);

    /// <summary>Hears the power spectrum of a long frame [bins].</summary>
    public void Process(ReadOnlySpan<float> power) => _chroma.Process(power);

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public TonalityStage Fork()
    {
        var copy = (TonalityStage)MemberwiseClone();
        copy._chroma = _chroma.Fork();
        return copy;
    }

    /// <summary>Writes what was measured.</summary>
    public void Finish(FeatureSheet sheet, bool isSilent, double seconds)
    {
        double[] chroma = _chroma.Mean();
        double spread = Spread(chroma);
        IReadOnlyList<KeyCandidate> keys = KeyEstimator.Estimate(chroma);
        string? reason = seconds <= 0 ? "There is no audio."
            : isSilent ? "The mono mix is silent."
            : seconds < MinSeconds ? "The audio is shorter than 1 s, too short for a key."
            : keys.Count == 0 || spread < MinSpread
                ? "There are no clear pitches to tell a key from."
            : null;
        if (reason is not null)
        {
            sheet.AddMissing(reason, FeatureIds.Key, FeatureIds.KeyConfidence, FeatureIds.TonnetzChange);
            return;
        }

        KeyCandidate best = keys[0];
        double trust = Math.Clamp(spread / FullTrustSpread, 0, 1);
        sheet.Add(new FeatureValue
        {
            Definition = FeatureCatalog.Get(FeatureIds.Key),
            Text = best.Key.ToString(),
            Confidence = trust * best.Confidence,
            Alternatives = keys.Skip(1)
                .Take(AlternativeCount)
                .Select(other => new FeatureAlternative(null, other.Key.ToString(), trust * other.Confidence))
                .ToList(),
            Detail = chroma,
        });
        sheet.Add(FeatureIds.KeyConfidence, trust * best.Confidence);
        AddHarmonicChange(sheet);
    }

    // Standard deviation of the pitch classes over their mean: 0 where all weigh the same.
    private static double Spread(double[] chroma)
    {
        double mean = chroma.Average();
        return mean <= 0 ? 0 : Math.Sqrt(chroma.Average(weight => (weight - mean) * (weight - mean))) / mean;
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
