using System.Globalization;
using System.Text.Json;
using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Core.Transcription.Evaluation;
using Spectre.Console;

namespace GrooveGuru.Bridge.Evaluation;

/// <summary>An evaluation of notes as a table and as JSON: every piece, and means by kind of piece and by mode.</summary>
internal static class MidiEvaluation
{
    /// <summary>Prints the table.</summary>
    public static void Print(IAnsiConsole console, IReadOnlyList<MidiScore> scores)
    {
        Table table = new Table().AddColumn("Piece").AddColumn("Mode");
        foreach (string title in new[] { "Notes", "Heard", "Precision", "Recall", "F1", "F1 with ends" })
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (MidiScore score in scores)
        {
            table.AddRow(
                Markup.Escape(score.Truth.Id),
                ModeOf(score),
                Count(score.Truth.Notes.Count),
                Count(score.HeardCount),
                Share(score.Onsets.Precision),
                Share(score.Onsets.Recall),
                Share(score.Onsets.F1),
                Share(score.Offsets.F1));
        }

        table.AddEmptyRow();
        foreach ((string name, MidiScore[] group) in Groups(scores))
        {
            table.AddRow(
                Markup.Escape(name),
                "",
                Count(group.Sum(score => score.Truth.Notes.Count)),
                Count(group.Sum(score => score.HeardCount)),
                Share(Mean(group, score => score.Onsets.Precision)),
                Share(Mean(group, score => score.Onsets.Recall)),
                Share(Mean(group, score => score.Onsets.F1)),
                Share(Mean(group, score => score.Offsets.F1)));
        }

        console.Write(table);
    }

    /// <summary>Writes it as JSON.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="scores">The scores.</param>
    public static void WriteJson(Stream output, IReadOnlyList<MidiScore> scores)
    {
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteStartObject("means");
        foreach ((string name, MidiScore[] group) in Groups(scores))
        {
            json.WriteStartObject(name);
            json.WriteNumber("pieces", group.Length);
            Write(json, "onset", group.Select(score => score.Onsets));
            Write(json, "onset_offset", group.Select(score => score.Offsets));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("pieces");
        foreach (MidiScore score in scores)
        {
            json.WriteStartObject();
            json.WriteString("id", score.Truth.Id);
            json.WriteString("mode", ModeOf(score));
            json.WriteNumber("notes", score.Truth.Notes.Count);
            json.WriteNumber("heard", score.HeardCount);
            Write(json, "onset", [score.Onsets]);
            Write(json, "onset_offset", [score.Offsets]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<(string Name, MidiScore[] Scores)> Groups(IReadOnlyList<MidiScore> scores) =>
    [
        .. scores.GroupBy(score => score.Truth.Group).Select(group => (group.Key, group.ToArray())),
        .. scores.GroupBy(ModeOf).Select(group => ($"mode {group.Key}", group.ToArray())),
        ("all", [.. scores]),
    ];

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<NoteScore> scores)
    {
        NoteScore[] all = [.. scores];
        json.WriteStartObject(name);
        JsonNumbers.Write(json, "precision", all.Average(score => score.Precision));
        JsonNumbers.Write(json, "recall", all.Average(score => score.Recall));
        JsonNumbers.Write(json, "f1", all.Average(score => score.F1));
        json.WriteEndObject();
    }

    private static double Mean(MidiScore[] scores, Func<MidiScore, double> of) => scores.Average(of);

    private static string ModeOf(MidiScore score) => score.Mode.ToString().ToLowerInvariant();

    private static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
