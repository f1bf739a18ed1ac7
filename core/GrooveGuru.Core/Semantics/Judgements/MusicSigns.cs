using GrooveGuru.Core.Features;
using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Core.Semantics.Judgements;

/// <summary>What happens in the music, each measure placed from little (0) to much (1).</summary>
internal static class MusicSigns
{
    // Between a drone and a chord on every beat at 120 BPM; between one chord and a chromatic piece.
    private const double MostChangesPerMinute = 60, MostChords = 10;

    // Programme loudness: a steady loop has 1 LU, film and orchestra 15 and more (EBU Tech 3342).
    private const double LeastRangeLu = 1, MostRangeLu = 12;

    private const int MostSections = 4;

    private static readonly string NoChord = ChordLabel.None.ToString();

    /// <summary>Attacks a second.</summary>
    public static (JudgementSign Sign, double Place)? Attacks(TrackAnalysis analysis) => Feature(analysis, FeatureIds.OnsetDensity);

    /// <summary>A feature by its meaning.</summary>
    public static (JudgementSign Sign, double Place)? Feature(TrackAnalysis analysis, string id) =>
        analysis.Features.Find(id) is { } feature && FeatureMeaningTable.Interpret(feature) is { } meaning && feature.Value is double value
            ? (new JudgementSign(id, feature.Definition.Name, value, feature.Definition.Unit is "0–1" or "1/s" ? "" : feature.Definition.Unit, 0), meaning.Normalised)
            : null;

    /// <summary>How often the chord changes; never where there are none.</summary>
    public static (JudgementSign Sign, double Place)? ChordChanges(TrackAnalysis analysis) => Scaled(
        "chord_changes",
        "Chord changes",
        Math.Max(0, analysis.Extended.Chords.Count - 1) * 60 / analysis.DurationSeconds,
        "a minute",
        0,
        MostChangesPerMinute);

    /// <summary>How many chords there are; 0 where nothing has clear pitches.</summary>
    public static (JudgementSign Sign, double Place)? DifferentChords(TrackAnalysis analysis)
    {
        int count = analysis.Extended.Chords.Where(chord => chord.Label != NoChord).DistinctBy(chord => chord.Label).Count();
        return Scaled("different_chords", "Different chords", count, "", 1, MostChords);
    }

    /// <summary>How far loud and quiet passages are apart.</summary>
    public static (JudgementSign Sign, double Place)? LoudnessRange(TrackAnalysis analysis) =>
        analysis.Extended.Loudness.RangeLu is double rangeLu ? Scaled("range_lu", "Loudness range", rangeLu, "LU", LeastRangeLu, MostRangeLu) : null;

    /// <summary>How many parts of the form sound different.</summary>
    public static (JudgementSign Sign, double Place)? Sections(TrackAnalysis analysis)
    {
        int count = analysis.Extended.Sections.DistinctBy(section => section.Label).Count();
        return count == 0 ? null : Scaled("different_sections", "Different sections", count, "", 1, MostSections);
    }

    /// <summary>The mean place of what could be measured, and how far each pulled it from the middle.</summary>
    /// <param name="weighed">Measures with their weights; null where not measured.</param>
    public static (double Value, IReadOnlyList<JudgementSign> Signs) Mean(params IEnumerable<((JudgementSign Sign, double Place)? Measure, double Weight)> weighed)
    {
        var known = weighed.Where(pair => pair.Measure is not null).Select(pair => (pair.Measure!.Value.Sign, pair.Measure.Value.Place, pair.Weight)).ToList();
        double sum = known.Sum(pair => pair.Weight);
        return (
            known.Sum(pair => pair.Place * pair.Weight) / sum,
            [.. known.Select(pair => pair.Sign with { Pull = (pair.Place - 0.5) * pair.Weight / sum })]);
    }

    private static (JudgementSign Sign, double Place) Scaled(string id, string name, double value, string unit, double low, double high) =>
        (new JudgementSign(id, name, value, unit, 0), Math.Clamp((value - low) / (high - low), 0, 1));
}
