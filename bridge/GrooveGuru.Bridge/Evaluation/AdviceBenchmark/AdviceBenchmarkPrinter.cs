using System.Globalization;
using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Faults;
using Spectre.Console;

namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>Prints the benchmark: for each half of the material by fault and by role, then what was asked and what was reached.</summary>
internal static class AdviceBenchmarkPrinter
{
    private const string HalfUndone = "Half undone";

    /// <summary>Prints it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="halves">The halves that were scored, each with its figures.</param>
    public static void Print(IAnsiConsole console, IReadOnlyList<(MaterialHalf Half, AdviceTotals Totals)> halves)
    {
        foreach ((MaterialHalf half, AdviceTotals totals) in halves)
        {
            console.MarkupLine($"[bold]{NameOf(half)} half[/]: {Tracks(totals.Tracks.Count)}, {totals.Cases.Cases} faults, "
                + $"{totals.Cases.LeftOut} left out that cannot be told from the clean track");
            console.Write(ByFault(totals));
            console.Write(ByRole(totals));
            PrintClean(console, totals);
            PrintReliability(console, totals);
        }

        console.Write(Targets(halves));
        console.WriteLine(
            "Recall: an answer (right part of the mix, chain that works against the fault) among the first three. Gain and octave error: median of "
            + "the distance to the exact inverse (quartiles). Half undone: the answer's chain takes back half of the fault's distance from the clean "
            + "track, of the answered faults (of all). Confidence: all advice, on clean tracks too, where all of it counts as wrong.");
    }

    /// <summary>What a half is called.</summary>
    public static string NameOf(MaterialHalf half) => half == MaterialHalf.Tuned ? "Tuned" : "Reported";

    private static Table ByFault(AdviceTotals totals)
    {
        Table table = Make("Fault", "Cases", "Left out", "Recall", "Gain error, dB", "Octaves off", HalfUndone, "By chain");
        FaultScore[] all = [.. totals.Tracks.SelectMany(track => track.Faults)];
        foreach (FaultCase fault in FaultCatalogue.All)
        {
            CaseTotals cases = CaseTotals.Of(all.Where(score => score.Case == fault));
            AddRow(table, fault.Id, cases, Share(cases.Recall));
        }

        AddRow(table, "all", totals.Cases, Share(totals.Cases.Recall));
        return table;
    }

    private static void AddRow(Table table, string name, CaseTotals cases, string recall) => table.AddRow(
        Markup.Escape(name),
        Count(cases.Cases),
        cases.LeftOut == 0 ? "" : Count(cases.LeftOut),
        recall,
        Spread(cases.GainErrorDb, "0.0"),
        Spread(cases.OctaveError, "0.00"),
        Pair(cases.UndoneOfAnswered, cases.UndoneOfAll),
        Pair(cases.UndoneByChainOfAnswered, cases.UndoneByChainOfAll));

    private static Table ByRole(AdviceTotals totals)
    {
        Table table = Make("Role", "Tracks", "Cases", "Recall weak", "Recall medium, strong", HalfUndone, "Advice if clean", "Priority 1");
        foreach (IGrouping<string, TrackScore> role in totals.Tracks.GroupBy(track => track.Role).OrderBy(role => role.Key, StringComparer.Ordinal))
        {
            AddRoleRow(table, role.Key, AdviceTotals.Of([.. role]));
        }

        AddRoleRow(table, "all", totals);
        return table;
    }

    private static void AddRoleRow(Table table, string role, AdviceTotals totals) => table.AddRow(
        Markup.Escape(role),
        Count(totals.Tracks.Count),
        Count(totals.Cases.Cases),
        Share(totals.Cases.WeakRecall),
        Share(totals.Cases.PlainRecall),
        Pair(totals.Cases.UndoneOfAnswered, totals.Cases.UndoneOfAll),
        Share(totals.AdvicePerCleanTrack),
        Share(totals.FirstPriorityPerCleanTrack));

    private static void PrintClean(IAnsiConsole console, AdviceTotals totals)
    {
        console.WriteLine($"Clean tracks: of {Share(totals.CleanTracksCleared)} it is said that nothing is clearly wrong; {Share(totals.CleanTracksLeftAlone)} without any advice.");
        string often = string.Join(", ", totals.Tracks.SelectMany(track => track.CleanAdvice)
            .GroupBy(advice => (advice.Id, advice.Priority))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .Select(group => $"{group.Key.Id} (priority {group.Key.Priority}) {group.Count()} ×"));
        console.WriteLine(often.Length > 0 ? $"Advised on them: {often}." : "");
        console.WriteLine($"Of the faults {Share(totals.Cases.LikelyRecall)} are answered by advice that calls itself likely.");
        console.WriteLine($"Precision on faults: {Share(totals.Cases.PrecisionOfFirst)} of the first recommendations are right, {Share(totals.Cases.PrecisionOfAll)} of all.");
        console.WriteLine();
    }

    private static void PrintReliability(IAnsiConsole console, AdviceTotals totals)
    {
        if (totals.CalibrationError is not { } error)
        {
            return;
        }

        string domains = string.Join(", ", totals.ReliabilityByDomain.Select(domain =>
            $"{NameOf(domain.Key)} {Share(AdviceTotals.Error(domain.Value))} (of {domain.Value.Sum(bin => bin.Count)})"));
        console.WriteLine($"Confidence against being right: calibration error {Share(error)}; {domains}");
        Table table = Make("Confidence", "Advice", "Mean", "Right");
        foreach (ReliabilityBin bin in totals.Reliability.Where(bin => bin.Count > 0))
        {
            table.AddRow($"{bin.From.ToString("0.0", CultureInfo.InvariantCulture)} to {bin.To.ToString("0.0", CultureInfo.InvariantCulture)}",
                Count(bin.Count), Share(bin.MeanConfidence), Share(bin.HitRate));
        }

        console.Write(table);
    }

    /// <summary>What a part of the mix is called: "eq".</summary>
    public static string NameOf(RecommendationDomain domain) => domain.ToString().ToLowerInvariant();

    private static Table Targets(IReadOnlyList<(MaterialHalf Half, AdviceTotals Totals)> halves)
    {
        Table table = Make(["Asked", "", .. halves.Select(half => $"{NameOf(half.Half)} half")]);
        foreach (BenchmarkTarget target in BenchmarkTarget.All.Where(target => halves.Any(half => target.Of(half.Totals) is not null)))
        {
            table.AddRow(
            [
                target.Title,
                $"{(target.IsLeast ? "≥" : "≤")} {target.Bound.ToString("0.##", CultureInfo.InvariantCulture)}",
                .. halves.Select(half => target.Of(half.Totals) is { } value
                    ? $"{Share(value)} {(target.IsMet(half.Totals) == true ? "[green]met[/]" : "[red]missed[/]")}"
                    : "-"),
            ]);
        }

        return table;
    }

    private static Table Make(params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns(columns);
        table.Columns[0].NoWrap();
        foreach (TableColumn column in table.Columns.Skip(1))
        {
            column.RightAligned();
        }

        return table;
    }

    private static string Tracks(int count) => count == 1 ? "1 track" : $"{Count(count)} tracks";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Share(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";

    private static string Pair(double? answered, double? all) => answered is null ? "" : $"{Share(answered)} ({Share(all)})";

    private static string Spread(Quartiles? quartiles, string format) => quartiles is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture,
            $"{quartiles.Median.ToString(format, CultureInfo.InvariantCulture)} ({quartiles.Lower.ToString(format, CultureInfo.InvariantCulture)}–{quartiles.Upper.ToString(format, CultureInfo.InvariantCulture)})");
}
