using System.Numerics.Tensors;
using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>Tuning, key, chords and harmonic change.</summary>
internal sealed class TonalityStage
{
    private const double MinSeconds = 1;

    private const int AlternativeCount = 4;

    // Of 24 keys one that is less likely than this is a guess: speech ends up here.
    private const double LeastConfidence = 0.3;

    private ChromaExtractor _chroma = new(AnalysisRate.SampleRateHz, AnalysisRate.LongFrameLength);
    private EdgeSilence _silence = new(AnalysisRate.SampleRateHz);

    /// <summary>Seconds from one chroma frame to the next.</summary>
    public static double HopSeconds => (double)AnalysisRate.LongHopLength / AnalysisRate.SampleRateHz;

    /// <summary>Offset from A = 440 Hz, cents, after <see cref="Finish"/>; null where there are no clear pitches.</summary>
    public double? TuningCents { get; private set; }

    /// <summary>The chords, after <see cref="Finish"/>; empty where there are no clear pitches.</summary>
    public IReadOnlyList<ChordSegment> Chords { get; private set; } = [];

    /// <summary>The frames, after <see cref="Finish"/>.</summary>
    public ChromaExtractor Chroma => _chroma;

    /// <summary>Hears samples at the analysis rate.</summary>
    public void ProcessSamples(ReadOnlySpan<float> samples) => _silence.Process(samples);

    /// <summary>Hears the power spectrum of a long frame [bins].</summary>
    public void Process(ReadOnlySpan<float> power) => _chroma.Process(power);

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public TonalityStage Fork()
    {
        var copy = (TonalityStage)MemberwiseClone();
        copy._chroma = _chroma.Fork();
        copy._silence = _silence.Fork();
        return copy;
    }

    /// <summary>Writes what was measured.</summary>
    public void Finish(FeatureSheet sheet, bool isSilent, double seconds)
    {
        _chroma.Finish();
        string? reason = seconds <= 0 ? "There is no audio."
            : isSilent ? "The mono mix is silent."
            : seconds < MinSeconds ? "The audio is shorter than 1 s, too short for a key."
            : null;
        if (reason is not null)
        {
            sheet.AddMissing(reason, FeatureIds.Key, FeatureIds.KeyConfidence, FeatureIds.TonnetzChange);
            return;
        }

        ChordTrack chords = ChordTrack.Decode(_chroma);
        if (!PitchClarity.HasPitches(_chroma, chords))
        {
            const string unclear = "There are no clear pitches to tell a key from.";
            AddNoKey(sheet, unclear);
            sheet.AddMissing(unclear, FeatureIds.TonnetzChange);
            return;
        }

        TuningCents = _chroma.TuningCents;
        Chords = chords.ToSegments(HopSeconds, seconds);
        AddKey(sheet, KeyEvidence.Gather(_chroma, chords, _silence));
        AddHarmonicChange(sheet);
    }

    /// <summary>All frames for a plot [frames × 12], sum 1 where a frame sounds, else 0; after <see cref="Finish"/>.</summary>
    public IReadOnlyList<float> ChromaSeries()
    {
        var series = new float[_chroma.FrameCount * ChromaExtractor.ClassCount];
        for (int frame = 0; frame < _chroma.FrameCount; frame++)
        {
            float sum = _chroma.IsSounding(frame) ? TensorPrimitives.Sum(_chroma.Frame(frame)) : 0;
            if (sum > 0)
            {
                TensorPrimitives.Divide(_chroma.Frame(frame), sum, series.AsSpan(frame * ChromaExtractor.ClassCount, ChromaExtractor.ClassCount));
            }
        }

        return series;
    }

    private void AddKey(FeatureSheet sheet, KeyEvidence evidence)
    {
        if (PitchClarity.IsHeld(_chroma, evidence.Chroma))
        {
            AddNoKey(sheet, "One sound is held throughout, too little to tell a key from.");
            return;
        }

        IReadOnlyList<KeyCandidate> keys = KeyEstimator.Estimate(evidence);
        if (keys[0].Confidence < LeastConfidence)
        {
            AddNoKey(sheet, "No key stands out of the others.");
            return;
        }

        sheet.Add(new FeatureValue
        {
            Definition = FeatureCatalog.Get(FeatureIds.Key),
            Text = keys[0].Key.ToString(),
            Confidence = keys[0].Confidence,
            Alternatives = keys.Skip(1)
                .Take(AlternativeCount)
                .Select(other => new FeatureAlternative(null, other.Key.ToString(), other.Confidence))
                .ToList(),
            Detail = evidence.Chroma,
        });
        sheet.Add(FeatureIds.KeyConfidence, keys[0].Confidence);
    }

    private static void AddNoKey(FeatureSheet sheet, string reason)
    {
        sheet.Add(FeatureValue.NotMeasurable(FeatureCatalog.Get(FeatureIds.Key), reason) with { Text = FeatureValue.Unsure, Confidence = 0 });
        sheet.AddMissing(reason, FeatureIds.KeyConfidence);
    }

    private void AddHarmonicChange(FeatureSheet sheet)
    {
        double[] previous = new double[TonalCentroid.Dimensions], current = new double[TonalCentroid.Dimensions];
        double[] mean = new double[TonalCentroid.Dimensions];
        Span<float> chroma = stackalloc float[ChromaExtractor.ClassCount];
        double change = 0;
        int count = 0;
        for (int frame = 0; frame < _chroma.FrameCount; frame++)
        {
            if (!_chroma.IsSounding(frame) || !TonalCentroid.GatherOvertones(_chroma.Frame(frame), chroma))
            {
                continue;
            }

            TonalCentroid.Map(chroma, current);
            double squares = 0;
            for (int dimension = 0; dimension < mean.Length; dimension++)
            {
                mean[dimension] += current[dimension];
                squares += (current[dimension] - previous[dimension]) * (current[dimension] - previous[dimension]);
            }

            change += count == 0 ? 0 : Math.Sqrt(squares);
            count++;
            (previous, current) = (current, previous);
        }

        if (count < 2)
        {
            sheet.AddMissing("There are too few sounding frames.", FeatureIds.TonnetzChange);
            return;
        }

        TensorPrimitives.Divide(mean, count, mean);
        sheet.Add(FeatureIds.TonnetzChange, change / (count - 1), detail: mean);
    }
}
