using System.Globalization;
using GrooveGuru.Contracts.V1;
using Spectre.Console;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>Prints what to change: each recommendation, all of them as one chain, and what gave way.</summary>
internal static class AdvicePrinter
{
    /// <summary>Prints the advice under the track's name.</summary>
    public static void Print(IAnsiConsole console, TrackReport report)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(report.TrackName)}[/]").LeftJustified());
        PrintAdvice(console, report);
    }

    /// <summary>Prints the advice.</summary>
    public static void PrintAdvice(IAnsiConsole console, TrackReport report)
    {
        PrintFollowUps(console, report);
        console.MarkupLine("[bold]What to change[/]");
        console.Write(Indented(2, report.VerdictText));
        console.WriteLine();
        int number = 1;
        foreach (Recommendation recommendation in report.Recommendations)
        {
            PrintRecommendation(console, number++, recommendation);
        }

        if (report.WholeChain is { Steps.Count: > 0 } chain && report.Recommendations.Count > 1)
        {
            console.MarkupLine("[bold]As one chain[/]");
            for (int step = 0; step < chain.Steps.Count; step++)
            {
                console.Write(Indented(2, string.Create(CultureInfo.InvariantCulture, $"{step + 1}. {AdviceText.Step(chain.Steps[step])}")));
            }

            console.Write(Indented(2, chain.Text));
            console.WriteLine();
        }

        if (report.Conflicts.Count > 0)
        {
            console.MarkupLine("[bold]What gave way[/]");
            foreach (ResolvedConflict conflict in report.Conflicts)
            {
                console.Write(Indented(2, conflict.Text));
            }

            console.WriteLine();
        }
    }

    private static void PrintFollowUps(IAnsiConsole console, TrackReport report)
    {
        if (report.FollowUps.Count == 0)
        {
            return;
        }

        console.MarkupLine("[bold]What became of earlier advice[/]");
        if (report.HasOtherAudio)
        {
            console.Write(Indented(2, report.OtherAudio + " Nothing is ticked off."));
        }

        foreach (FollowUp item in report.FollowUps)
        {
            console.Write(Indented(2, item.Text));
        }

        console.WriteLine();
    }

    private static void PrintRecommendation(IAnsiConsole console, int number, Recommendation recommendation)
    {
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  [bold]{number}. {Markup.Escape(recommendation.Title)}[/]  ({Markup.Escape(AdviceText.Urgency(recommendation))})"));
        console.Write(Indented(5, recommendation.Text));
        foreach (string line in AdviceText.Chain(recommendation))
        {
            console.Write(Indented(5, line));
        }

        console.WriteLine();
    }

    private static Padder Indented(int left, string text) => new(new Text(text), new Padding(left, 0, 0, 0));
}
