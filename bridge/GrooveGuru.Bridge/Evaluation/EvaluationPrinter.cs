using System.Globalization;
using Spectre.Console;

namespace GrooveGuru.Bridge.Evaluation;

/// <summary>Prints an evaluation: a row for each kind of piece and for all, then how confidence agrees with being right.</summary>
internal static class EvaluationPrinter
{
    // Of fewer answers the error says nothing: one answer that is right at 60 % would be 40 % off.
    private const int FewestAnswers = 10;

    /// <summary>Prints it.</summary>
    public static void Print(IAnsiConsole console, IReadOnlyList<PieceScore> pieces)
    {
        Measure[] known = [.. Measure.All.Where(measure => measure.Mean(pieces) is not null)];
        Table table = new Table().Border(TableBorder.Simple).AddColumns(["Pieces", "", .. known.Select(measure => measure.Title)]);
        foreach (TableColumn column in table.Columns.Skip(1))
        {
            column.RightAligned();
        }

        foreach (IGrouping<string, PieceScore> group in pieces.GroupBy(piece => piece.Truth.Group).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            AddRow(table, group.Key, [.. group], known);
        }

        AddRow(table, "all", pieces, known);
        console.Write(table);
        console.WriteLine(
            "Tempo: right within 4 %; ±octave: right where double, triple, half and third count too. Key: exact; MIREX: near keys earn a part. "
            + "Beat and bar F: within 70 ms, after 5 s; CMLt and AMLt: continuity at the true and at any level. Onset F: within 50 ms, what begins within "
            + "30 ms counts as one. Chords: share of the time with the right major or minor triad.");
        console.WriteLine();
        PrintReliability(console, "Tempo (accuracy 1)", ReliabilityBin.OfTempo(pieces));
        PrintReliability(console, "Key (exact)", ReliabilityBin.OfKey(pieces));
        PrintMisses(console, pieces);
    }

    private static void AddRow(Table table, string name, IReadOnlyList<PieceScore> pieces, Measure[] measures) => table.AddRow(
        [Markup.Escape(name), Number(pieces.Count), .. measures.Select(measure => measure.Mean(pieces) is { } mean ? Share(mean) : "")]);

    private static void PrintReliability(IAnsiConsole console, string name, IReadOnlyList<ReliabilityBin> bins)
    {
        if (bins.All(bin => bin.Count == 0))
        {
            return;
        }

        string error = bins.Sum(bin => bin.Count) < FewestAnswers ? "" : $", calibration error {Share(ReliabilityBin.CalibrationError(bins))}";
        console.MarkupLine($"[bold]{name}[/]: confidence against hit rate{error}");
        Table table = new Table().Border(TableBorder.Simple).AddColumns("Confidence", "Answers", "Mean", "Right");
        foreach (ReliabilityBin bin in bins.Where(bin => bin.Count > 0))
        {
            table.AddRow($"{Share(bin.From)} to {Share(bin.To)}", Number(bin.Count), Share(bin.MeanConfidence), Share(bin.HitRate));
        }

        console.Write(table);
    }

    private static void PrintMisses(IAnsiConsole console, IReadOnlyList<PieceScore> pieces)
    {
        foreach (PieceScore piece in pieces.Where(piece => piece.TempoScore is { IsAccurate: false }))
        {
            string heard = piece.TempoBpm > 0 ? $"{Number(piece.TempoBpm)} BPM ({Share(piece.TempoConfidence)} sure)" : "no tempo";
            console.WriteLine($"{piece.Truth.Id}: heard {heard}, true {Number(piece.Truth.Bpm!.Value)} BPM");
        }

        foreach (PieceScore piece in pieces.Where(piece => piece.KeyScore is { IsExact: false }))
        {
            string heard = piece.Key is { } key ? $"{key} ({Share(piece.KeyConfidence)} sure)" : "no key";
            console.WriteLine($"{piece.Truth.Id}: heard {heard}, true {piece.Truth.Key}");
        }
    }

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
