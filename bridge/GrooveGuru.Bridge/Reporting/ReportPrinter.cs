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

        if (StructureText.Line(report.Extended) is { } structure)
        {
            console.Write(new Padder(new Text(structure), new Padding(2, 0, 0, 0)));
        }

        console.WriteLine();
        console.Write(FeatureTable(report));
        console.WriteLine();
        AdvicePrinter.PrintAdvice(console, report);
        if (report.LostFrames > 0)
        {
            console.MarkupLine(
                $"[yellow]{report.LostFrames} frames were lost on the way from the plugin; the report takes them as silence.[/]");
        }
    }

    private static Table FeatureTable(TrackReport report)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("Measure", "Value", "In words", "Sure");
        table.Columns[1].RightAligned();
        table.Columns[3].RightAligned();
        foreach (MeasureRow row in MeasureRows.Features(report).Concat(MeasureRows.Loudness(report.Extended)))
        {
            table.AddRow(Markup.Escape(row.Name), Markup.Escape(row.Value), Markup.Escape(row.Words), row.Sure);
        }

        return table;
    }
}
