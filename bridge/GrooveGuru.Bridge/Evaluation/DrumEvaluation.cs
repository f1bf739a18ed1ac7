using System.Globalization;
using System.Text.Json;
using GrooveGuru.Bridge.Reporting;
using Spectre.Console;

namespace GrooveGuru.Bridge.Evaluation;

/// <summary>An evaluation of drums as a table and as JSON: every piece, and all strokes of pieces of one kind together.</summary>
internal static class DrumEvaluation
{
    private static readonly DrumFamily[] Families = Enum.GetValues<DrumFamily>();

    private static readonly string[] Titles =
        ["Strokes", "Heard", .. Families.Select(family => family.ToString()), "All", "P", "R", "ms off", "r"];

    /// <summary>Prints the table: F1 by family, precision (P) and recall (R) of all strokes, how far off onsets are, and the correlation (r) of velocities.</summary>
    public static void Print(IAnsiConsole console, IReadOnlyList<DrumScore> scores)
    {
        Table table = new Table().AddColumn(new TableColumn("Piece").NoWrap());
        foreach (string title in Titles)
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (DrumScore score in scores)
        {
            AddRow(table, score.Truth.Id, [score]);
        }

        table.AddEmptyRow();
        foreach ((string name, DrumScore[] group) in Groups(scores))
        {
            AddRow(table, name, group);
        }

        console.Write(table);
    }

    /// <summary>Writes it as JSON.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="scores">The scores.</param>
    public static void WriteJson(Stream output, IReadOnlyList<DrumScore> scores)
    {
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteStartObject("groups");
        foreach ((string name, DrumScore[] group) in Groups(scores))
        {
            json.WriteStartObject(name);
            json.WriteNumber("pieces", group.Length);
            Write(json, group);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("pieces");
        foreach (DrumScore score in scores)
        {
            json.WriteStartObject();
            json.WriteString("id", score.Truth.Id);
            json.WriteString("mode", "drums");
            Write(json, [score]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<(string Name, DrumScore[] Scores)> Groups(IReadOnlyList<DrumScore> scores) =>
    [
        .. scores.GroupBy(score => score.Group).Select(group => (group.Key, group.ToArray())),
        ("all", [.. scores]),
    ];

    private static void AddRow(Table table, string name, DrumScore[] scores)
    {
        DrumCount all = Sum(scores, null);
        table.AddRow(
        [
            Markup.Escape(name),
            Count(all.TruthCount),
            Count(all.HeardCount),
            .. Families.Select(family => Sum(scores, family) is { TruthCount: > 0 } count ? Share(count.F1) : ""),
            Share(all.F1),
            Share(all.Precision),
            Share(all.Recall),
            OffBySeconds(scores) is { } late ? string.Create(CultureInfo.InvariantCulture, $"{1000 * late:0.0}") : "",
            Correlation(scores) is { } correlation ? Share(correlation) : "",
        ]);
    }

    private static void Write(Utf8JsonWriter json, DrumScore[] scores)
    {
        foreach (DrumFamily family in Families)
        {
            Write(json, family.ToString().ToLowerInvariant(), Sum(scores, family));
        }

        Write(json, "all", Sum(scores, null));
        if (OffBySeconds(scores) is { } late)
        {
            JsonNumbers.Write(json, "onset_error_s", late);
        }

        if (Correlation(scores) is { } correlation)
        {
            JsonNumbers.Write(json, "velocity_correlation", correlation);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, DrumCount count)
    {
        json.WriteStartObject(name);
        json.WriteNumber("strokes", count.TruthCount);
        json.WriteNumber("heard", count.HeardCount);
        JsonNumbers.Write(json, "precision", count.Precision);
        JsonNumbers.Write(json, "recall", count.Recall);
        JsonNumbers.Write(json, "f1", count.F1);
        json.WriteEndObject();
    }

    private static DrumCount Sum(DrumScore[] scores, DrumFamily? family) => scores
        .SelectMany(score => score.Families.Where(own => family is null || own.Key == family).Select(own => own.Value))
        .Aggregate(default(DrumCount), (sum, count) => sum + count);

    // The mean distance of strokes that were heard from where they are.
    private static double? OffBySeconds(DrumScore[] scores) =>
        scores.SelectMany(score => score.Pairs).Select(pair => (double?)Math.Abs(pair.LateSeconds)).Average();

    // Pearson's; null where either does not vary.
    private static double? Correlation(DrumScore[] scores)
    {
        (double True, double Heard)[] pairs = [.. scores.SelectMany(score => score.Pairs)
            .Where(pair => pair.TrueVelocity is not null).Select(pair => ((double)pair.TrueVelocity!, (double)pair.Velocity))];
        if (pairs.Length < 3)
        {
            return null;
        }

        double meanTrue = pairs.Average(pair => pair.True), meanHeard = pairs.Average(pair => pair.Heard);
        double both = pairs.Sum(pair => (pair.True - meanTrue) * (pair.Heard - meanHeard));
        double squares = pairs.Sum(pair => Math.Pow(pair.True - meanTrue, 2)) * pairs.Sum(pair => Math.Pow(pair.Heard - meanHeard, 2));
        return squares > 0 ? both / Math.Sqrt(squares) : null;
    }

    private static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
