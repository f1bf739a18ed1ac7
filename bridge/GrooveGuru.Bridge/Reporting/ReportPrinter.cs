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
        console.MarkupLine("[bold]What it is[/]");
        console.Write(MeaningTable(report));
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

    private static Table MeaningTable(TrackReport report)
    {
        Table table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("Name", "Word", "Why");
        table.Columns[0].PadRight(2);
        table.Columns[1].PadRight(2);
        string sure = report.Role.Role == TrackRole.Unknown ? "" : $", {FeatureText.Percent(report.Role.Confidence)} sure";
        table.AddRow("  Role in the song", Markup.Escape(MeaningWords.Role(report.Role) + sure), Markup.Escape(report.Role.DecidedBy));
        foreach (ContextJudgement judgement in report.Context)
        {
            string step = judgement.HasStep ? MeaningWords.Plain(judgement.Step) : FeatureText.None;
            table.AddRow($"  {judgement.Name}", Markup.Escape(step), Markup.Escape(judgement.Text));
        }

        foreach (FeatureRelation relation in report.Relationships)
        {
            table.AddRow($"  {relation.Name}", Markup.Escape(relation.HasWord ? relation.Word : FeatureText.None), Markup.Escape(relation.Text));
        }

        return table;
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
