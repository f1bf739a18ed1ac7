using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>Meter, sections and main chords in one line.</summary>
internal static class StructureText
{
    private const int MainChords = 3;
    private const double MinChordConfidence = 0.3;
    private const string NoChord = "N";

    /// <summary>The line: "4 beats a bar (93 %), 5 sections (A B A B A), mostly Bb Eb F."; null where none of it was found.</summary>
    public static string? Line(ExtendedMeasures extended)
    {
        List<string> parts = [];
        if (extended.Meter is { } meter)
        {
            parts.Add($"{meter.BeatsPerBar} beats a bar ({FeatureText.Percent(meter.Confidence)})");
        }

        if (extended.Sections.Count > 1)
        {
            parts.Add($"{extended.Sections.Count} sections ({string.Join(' ', extended.Sections.Select(section => section.Label))})");
        }

        // A chord counts by how long it sounds and how sure it is.
        string[] chords = [.. extended.Chords.Where(chord => chord.Label != NoChord && chord.Confidence >= MinChordConfidence).GroupBy(chord => chord.Label)
            .OrderByDescending(same => same.Sum(chord => (chord.EndSeconds - chord.StartSeconds) * chord.Confidence))
            .Take(MainChords).Select(same => same.Key)];
        if (chords.Length > 0)
        {
            parts.Add("mostly " + string.Join(' ', chords));
        }

        string line = string.Join(", ", parts);
        return line.Length == 0 ? null : $"{char.ToUpperInvariant(line[0])}{line[1..]}.";
    }
}
