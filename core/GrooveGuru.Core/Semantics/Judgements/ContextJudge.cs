using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Semantics.Judgements;

/// <summary>Judges a track as a whole. Nothing is given where too little was heard; the reason stands instead.</summary>
/// <remarks>
/// Quality is measured against technical limits, see <see cref="QualityJudge"/>. The other three are means of what happens in the music, each
/// measure placed from little to much, so that more of any of them never lowers the judgement. They describe the recording, not the
/// listener: there is no data of listeners behind them. Their bounds are values of the 313 whole mixes of the corpus that could be judged (the verb
/// "meanings" of tools/GrooveGuru.Fitting prints them): complexity has a quarter of them in its lowest and its highest step, the other two a tenth.
/// Complexity: different chords and their changes, harmonic change, attacks, and how full the spectrum is.
/// Impact: what psychology of music names as arousing (P. Juslin and D. Västfjäll 2008: rhythm, loudness, expectancy): drive, thump, loudness
/// range, harmonic change, different sections.
/// Listening: complexity and impact together; critical only where the quality is good.
/// </remarks>
public static class ContextJudge
{
    private static readonly double[] ComplexityBounds = [0.58, 0.77];
    private static readonly double[] ImpactBounds = [0.3, 0.41, 0.5];
    private static readonly double[] ListeningBounds = [0.43, 0.54, 0.65];

    /// <summary>The four judgements.</summary>
    /// <param name="analysis">What was measured.</param>
    public static TrackContext Judge(TrackAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        Judgement<ProductionQuality> quality = QualityJudge.Judge(analysis);
        if (HeardEnough.ReasonAgainstMusic(analysis) is string reason)
        {
            return new TrackContext(
                quality, Judgement<MusicalComplexity>.NotGiven(reason), Judgement<ListeningContext>.NotGiven(reason), Judgement<EmotionalImpact>.NotGiven(reason));
        }

        Judgement<MusicalComplexity> complexity = Complexity(analysis);
        Judgement<EmotionalImpact> impact = Impact(analysis);
        return new TrackContext(quality, complexity, Listening(complexity.Value!.Value, impact.Value!.Value, quality), impact);
    }

    private static Judgement<MusicalComplexity> Complexity(TrackAnalysis analysis)
    {
        (double value, IReadOnlyList<JudgementSign> signs) = MusicSigns.Mean(
            (MusicSigns.DifferentChords(analysis), 2),
            (MusicSigns.ChordChanges(analysis), 1),
            (MusicSigns.Feature(analysis, FeatureIds.TonnetzChange), 1),
            (MusicSigns.Attacks(analysis), 2),
            (MusicSigns.Feature(analysis, FeatureIds.ArrangementDensity), 2));
        return Judgement<MusicalComplexity>.Of(value, ComplexityBounds, signs);
    }

    private static Judgement<EmotionalImpact> Impact(TrackAnalysis analysis)
    {
        (double value, IReadOnlyList<JudgementSign> signs) = MusicSigns.Mean(
            (MusicSigns.Attacks(analysis), 1),
            (MusicSigns.Feature(analysis, FeatureIds.PunchFactor), 1),
            (MusicSigns.LoudnessRange(analysis), 1),
            (MusicSigns.Feature(analysis, FeatureIds.TonnetzChange), 1),
            (MusicSigns.Sections(analysis), 1));
        return Judgement<EmotionalImpact>.Of(value, ImpactBounds, signs);
    }

    private static Judgement<ListeningContext> Listening(double complexity, double impact, Judgement<ProductionQuality> quality)
    {
        (double value, IReadOnlyList<JudgementSign> signs) = MusicSigns.Mean(
            ((new JudgementSign("musical_complexity", "Musical complexity", complexity, "", 0), complexity), 1),
            ((new JudgementSign("emotional_impact", "Emotional impact", impact, "", 0), impact), 1));
        bool isHeldBack = value >= ListeningBounds[^1] && quality.Step < ProductionQuality.Good;
        double told = isHeldBack ? Math.BitDecrement(ListeningBounds[^1]) : value;
        return Judgement<ListeningContext>.Of(told, ListeningBounds, isHeldBack
            ? signs.Append(new JudgementSign("production_quality", "Production quality", quality.Value ?? 0, "", told - value))
            : signs);
    }
}
