using GrooveGuru.Core.Rhythm;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>Onsets, tempo and beats.</summary>
internal sealed class RhythmStage
{
    private const double MinSeconds = 3;

    private readonly OnsetEnvelope _envelope = new(SpectralFrame.MelBandCount);

    /// <summary>Onset times, s, after <see cref="Finish"/>.</summary>
    public IReadOnlyList<double> OnsetsSeconds { get; private set; } = [];

    /// <summary>Beat times, s, after <see cref="Finish"/>; empty where there is no pulse.</summary>
    public IReadOnlyList<double> BeatsSeconds { get; private set; } = [];

    /// <summary>Strength of the onsets in each short frame, 0 or more.</summary>
    public IReadOnlyList<float> OnsetStrength => _envelope.Values;

    /// <summary>Hears a frame.</summary>
    public void Process(SpectralFrame frame) => _envelope.Process(frame.MelDb);

    /// <summary>Writes what was measured.</summary>
    public void Finish(FeatureSheet sheet, bool isSilent, double seconds)
    {
        if (isSilent || seconds < 0.1)
        {
            string reason = seconds <= 0 ? "There is no audio." : isSilent ? "The mono mix is silent." : "The audio is shorter than 100 ms.";
            sheet.AddMissing(reason, FeatureIds.Tempo, FeatureIds.OnsetDensity);
            return;
        }

        OnsetsSeconds = OnsetPicker.Pick(_envelope.Values, AnalysisRate.FrameRateHz);
        sheet.Add(FeatureIds.OnsetDensity, OnsetsSeconds.Count / seconds);
        if (seconds < MinSeconds)
        {
            sheet.AddMissing("The audio is shorter than 3 s, too short for a tempo.", FeatureIds.Tempo);
            return;
        }

        AddTempo(sheet);
    }

    private void AddTempo(FeatureSheet sheet)
    {
        FeatureDefinition definition = FeatureCatalog.Get(FeatureIds.Tempo);
        TempoEstimate tempo = TempoEstimator.Estimate(_envelope.Values, AnalysisRate.FrameRateHz);
        if (tempo.Bpm == 0)
        {
            sheet.Add(new FeatureValue { Definition = definition, Value = 0, Text = "unsure", Confidence = 0 });
            return;
        }

        BeatsSeconds = BeatTracker.Track(_envelope.Values, AnalysisRate.FrameRateHz, tempo.Bpm);
        double bpm = BeatGrid.RefineBpm(BeatsSeconds, tempo.Bpm);
        sheet.Add(new FeatureValue
        {
            Definition = definition,
            Value = bpm,
            Confidence = tempo.Confidence,
            Alternatives = tempo.Alternatives
                .Select(other => new FeatureAlternative(other.Bpm * bpm / tempo.Bpm, null, other.Confidence))
                .ToList(),
        });
    }
}
