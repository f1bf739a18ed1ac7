using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Rhythm;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>Onsets, tempo, beats and bars.</summary>
internal sealed class RhythmStage
{
    private const double MinSeconds = 3;

    private FrameSlicer _short = new(NoveltyRate.FrameLength, NoveltyRate.HopLength);
    private readonly FrameSpectrum _shortSpectrum = new(NoveltyRate.FrameLength);
    private AttackNovelty _attack = new();
    private PitchNovelty _pitch = new();

    /// <summary>Onset times, s, after <see cref="Finish"/>; empty where nothing begins.</summary>
    public IReadOnlyList<double> OnsetsSeconds { get; private set; } = [];

    /// <summary>Beat times, s, after <see cref="Finish"/>; empty where there is no pulse.</summary>
    public IReadOnlyList<double> BeatsSeconds { get; private set; } = [];

    /// <summary>The beats that begin a bar, s, after <see cref="Finish"/>; empty where there is no pulse.</summary>
    public IReadOnlyList<double> DownbeatsSeconds { get; private set; } = [];

    /// <summary>Beats in a bar, after <see cref="Finish"/>; null where there is no pulse.</summary>
    public MeterEstimate? Meter { get; private set; }

    /// <summary>How strongly something is struck in each frame of <see cref="AnalysisRate.FrameRateHz"/>, dB of rise, after <see cref="Finish"/>.</summary>
    public IReadOnlyList<float> OnsetStrength
    {
        get
        {
            var strength = new float[_attack.Full.Count * NoveltyRate.HopLength / AnalysisRate.HopLength];
            for (int frame = 0; frame < strength.Length; frame++)
            {
                strength[frame] = 0.5f * (_attack.Full[2 * frame] + _attack.Full[(2 * frame) + 1]);
            }

            return strength;
        }
    }

    /// <summary>Hears samples of the mono mix at the analysis rate.</summary>
    public void ProcessSamples(ReadOnlySpan<float> samples)
    {
        _short.Write(samples);
        DrainShortFrames();
    }

    /// <summary>Hears a frame.</summary>
    public void Process(SpectralFrame frame) => _pitch.Process(frame.Power);

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public RhythmStage Fork()
    {
        var copy = (RhythmStage)MemberwiseClone();
        copy._short = _short.Fork();
        copy._attack = _attack.Fork();
        copy._pitch = _pitch.Fork();
        return copy;
    }

    /// <summary>Writes what was measured.</summary>
    public void Finish(FeatureSheet sheet, bool isSilent, double seconds)
    {
        if (isSilent || seconds < 0.1)
        {
            string reason = seconds <= 0 ? "There is no audio." : isSilent ? "The mono mix is silent." : "The audio is shorter than 100 ms.";
            sheet.AddMissing(reason, FeatureIds.Tempo, FeatureIds.OnsetDensity);
            return;
        }

        _short.End();
        DrainShortFrames();
        var signals = new RhythmSignals(_attack, _pitch);
        OnsetsSeconds = signals.OnsetsSeconds;
        sheet.Add(FeatureIds.OnsetDensity, OnsetsSeconds.Count / seconds);
        if (seconds < MinSeconds)
        {
            sheet.AddMissing("The audio is shorter than 3 s, too short for a tempo.", FeatureIds.Tempo);
            return;
        }

        RhythmReading reading = RhythmReading.Of(signals);
        (BeatsSeconds, DownbeatsSeconds, Meter) = (reading.BeatsSeconds, reading.DownbeatsSeconds, reading.Meter);
        AddTempo(sheet, reading.Tempo);
    }

    private static void AddTempo(FeatureSheet sheet, TempoEstimate tempo)
    {
        FeatureDefinition definition = FeatureCatalog.Get(FeatureIds.Tempo);
        if (tempo.Bpm == 0)
        {
            sheet.Add(new FeatureValue { Definition = definition, Value = 0, Text = FeatureValue.Unsure, Confidence = 0 });
            return;
        }

        sheet.Add(new FeatureValue
        {
            Definition = definition,
            Value = tempo.Bpm,
            Confidence = tempo.Confidence,
            Alternatives = [.. tempo.Alternatives.Select(other => new FeatureAlternative(other.Bpm, null, other.Confidence))],
        });
    }

    private void DrainShortFrames()
    {
        while (_short.TryNext(out ReadOnlySpan<float> samples))
        {
            _shortSpectrum.Measure(samples);
            _attack.Process(_shortSpectrum.Power);
        }
    }
}
