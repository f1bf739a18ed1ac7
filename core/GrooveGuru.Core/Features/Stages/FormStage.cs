using GrooveGuru.Core.Form;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>Sections and loopability, from what rhythm and tonality have found.</summary>
internal sealed class FormStage
{
    private const double MinSectionsSeconds = 10;
    private const double ShortestLoopSeconds = 1;
    private const double LongestLoopSeconds = 8;
    private const int MinBeats = 8;
    private const double LagTolerance = 0.03;

    private static readonly int[] LoopBars = [1, 2, 4, 8];

    private TimbreContour _timbre = new(AnalysisRate.SampleRateHz, AnalysisRate.LongFrameLength);

    /// <summary>The sections, after <see cref="Finish"/>; empty where the audio is too short for a form.</summary>
    public IReadOnlyList<SectionSegment> Sections { get; private set; } = [];

    /// <summary>Hears the power spectrum of a long frame [bins].</summary>
    public void Process(ReadOnlySpan<float> power) => _timbre.Process(power);

    /// <summary>A copy that goes on by itself from here.</summary>
    public FormStage Fork()
    {
        var copy = (FormStage)MemberwiseClone();
        copy._timbre = _timbre.Fork();
        return copy;
    }

    /// <summary>Finds the form, after rhythm and tonality have finished.</summary>
    public void Finish(FeatureSheet sheet, Pulse pulse, IReadOnlyList<float> onsetStrength, TonalityStage tonality, bool isSilent, double seconds)
    {
        string? reason = seconds <= 0 ? "There is no audio." : isSilent ? "The mono mix is silent." : null;
        if (reason is not null)
        {
            sheet.AddMissing(reason, FeatureIds.Loopability);
            return;
        }

        AddLoopability(sheet, pulse, onsetStrength, tonality);
        if (seconds >= MinSectionsSeconds)
        {
            double[] edges = FormGrid.Edges(pulse.Bars, seconds);
            FormFeatures features = FormFeatures.Gather(_timbre, tonality.Chroma, TonalityStage.HopSeconds, edges);
            Sections = SectionFinder.Find(features, edges, pulse.Bars.Count > 0);
        }
    }

    private static void AddLoopability(FeatureSheet sheet, Pulse pulse, IReadOnlyList<float> onsetStrength, TonalityStage tonality)
    {
        var finder = new LoopFinder(
            onsetStrength,
            AnalysisRate.FrameRateHz,
            tonality.TuningCents is null ? null : tonality.Chroma,
            1 / TonalityStage.HopSeconds);
        double? strongest = null;
        IReadOnlyList<double> beats = pulse.BeatsSeconds;
        if (beats.Count < MinBeats)
        {
            strongest = finder.Strongest(ShortestLoopSeconds, LongestLoopSeconds);
        }
        else
        {
            double[] periods = [.. Enumerable.Range(1, beats.Count - 1).Select(beat => beats[beat] - beats[beat - 1]).Order()];
            double barSeconds = periods[periods.Length / 2] * pulse.BeatsPerBar;
            foreach (int bars in LoopBars)
            {
                double? similarity = finder.Strongest(bars * barSeconds * (1 - LagTolerance), bars * barSeconds * (1 + LagTolerance));
                strongest = similarity > (strongest ?? -1) ? similarity : strongest;
            }
        }

        if (strongest is double loopability)
        {
            sheet.Add(FeatureIds.Loopability, loopability);
        }
        else
        {
            sheet.AddMissing("The audio is shorter than twice the shortest loop: two bars, or 2 s without a pulse.", FeatureIds.Loopability);
        }
    }
}
