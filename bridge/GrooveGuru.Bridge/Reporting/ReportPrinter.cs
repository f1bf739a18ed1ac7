using System.Globalization;
using GrooveGuru.Contracts.V1;
using Spectre.Console;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>Prints a report so that a musician can read it: what was heard, what to change, why.</summary>
internal static class ReportPrinter
{
    /// <summary>Prints a report.</summary>
    public static void Print(IAnsiConsole console, TrackReport report)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(report.TrackName)}[/]").LeftJustified());
        console.MarkupLine("[bold]What it heard[/]");
        foreach (string sentence in report.Summary)
        {
            console.Write(new Padder(new Text(sentence), new Padding(2, 0, 0, 0)));
        }

        console.WriteLine();
        console.Write(FeatureTable(report));
        console.WriteLine();
        console.MarkupLine("[bold]What to change[/]");
        if (report.Recommendations.Count == 0)
        {
            console.WriteLine(report.HasNotJudged ? $"  {report.NotJudged}" : "  Nothing: no measure is out of line on this track.");
        }

        int number = 1;
        foreach (Recommendation recommendation in report.Recommendations)
        {
            PrintRecommendation(console, number++, recommendation);
        }

        if (report.LostFrames > 0)
        {
            console.MarkupLine(
                $"[yellow]{report.LostFrames} frames were lost on the way from the plugin; the report takes them as silence.[/]");
        }
    }

    private static Table FeatureTable(TrackReport report)
    {
        Dictionary<string, FeatureMeaning> meanings = report.Meanings.ToDictionary(meaning => meaning.FeatureId);
        Table table = new Table().Border(TableBorder.Simple).AddColumns("Measure", "Value", "In words", "Sure");
        table.Columns[1].RightAligned();
        foreach (FeatureValue feature in report.Features)
        {
            if (feature.Id.StartsWith("mfcc_", StringComparison.Ordinal) && char.IsAsciiDigit(feature.Id[^1]))
            {
                continue; // thirteen numbers that only a program reads; they are in the JSON
            }

            string word = meanings.TryGetValue(feature.Id, out FeatureMeaning? meaning) ? meaning.Word : "";
            table.AddRow(
                Markup.Escape(feature.Name),
                Markup.Escape(FeatureText.Value(feature)),
                Markup.Escape(feature.HasNotMeasurable ? feature.NotMeasurable : word),
                feature.HasConfidence ? string.Create(CultureInfo.InvariantCulture, $"{feature.Confidence:P0}") : "");
        }

        ExtendedMeasures extended = report.Extended;
        AddLoudness(table, "Integrated loudness", extended.HasIntegratedLufs, extended.IntegratedLufs, "LUFS");
        AddLoudness(table, "Loudness range", extended.HasRangeLu, extended.RangeLu, "LU");
        AddLoudness(table, "True peak", extended.HasTruePeakDbtp, extended.TruePeakDbtp, "dBTP");
        return table;
    }

    private static void AddLoudness(Table table, string name, bool has, double value, string unit) =>
        table.AddRow(name, has ? string.Create(CultureInfo.InvariantCulture, $"{value:0.0} {unit}") : "-", has ? "" : "too short or silent", "");

    private static void PrintRecommendation(IAnsiConsole console, int number, Recommendation recommendation)
    {
        string priority = recommendation.Priority switch { 1 => "fix first", 2 => "worth doing", _ => "a matter of taste" };
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  [bold]{number}. {Markup.Escape(recommendation.Title)}[/]  ({priority}, {recommendation.Confidence:P0} sure)"));
        console.Write(new Padder(new Text(recommendation.Text), new Padding(5, 0, 0, 0)));
        foreach (ProcessorSettings processor in recommendation.Chain)
        {
            string parameters = string.Join(", ", processor.Displayed.Select(p => $"{p.Name} {p.Value}"));
            console.Write(new Padder(new Text($"{processor.Name}: {parameters}"), new Padding(5, 0, 0, 0)));
        }

        console.WriteLine();
    }
}
