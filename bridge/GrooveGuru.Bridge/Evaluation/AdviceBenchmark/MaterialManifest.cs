using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>A table beside audio files that says what each of them is: comma-separated, with the columns path, role and, where wanted, split and group.</summary>
internal static class MaterialManifest
{
    private static readonly string[] Names = ["manifest.csv", "roles.csv"];
    private static readonly string[] TunedWords = ["tuned", "tune", "train", "training", "dev"];
    private static readonly string[] ReportedWords = ["reported", "report", "test", "eval", "held", "held-out", "heldout", "validation"];

    /// <summary>The manifests that lie in a folder.</summary>
    public static IEnumerable<string> In(string folder) => Names.Select(name => Path.Combine(folder, name)).Where(File.Exists);

    /// <summary>Reads the manifests of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="entries">Receives what they say, by full path.</param>
    /// <exception cref="GrooveGuruException">A manifest has no column path, a row is cut short, or a split is none that is known.</exception>
    /// <exception cref="IOException">One cannot be read.</exception>
    public static void Read(string folder, Dictionary<string, MaterialEntry> entries)
    {
        foreach (string manifest in In(folder))
        {
            string[] lines = File.ReadAllLines(manifest);
            string[] columns = [.. Cells(lines.FirstOrDefault() ?? "").Select(cell => cell.Trim().ToLowerInvariant())];
            int path = Array.IndexOf(columns, "path"), role = Array.IndexOf(columns, "role");
            int split = Array.IndexOf(columns, "split"), group = Array.IndexOf(columns, "group");
            if (path < 0)
            {
                throw new GrooveGuruException($"{manifest}: its first line names no column \"path\"; it begins path,role and may go on split,group.");
            }

            for (int line = 1; line < lines.Length; line++)
            {
                if (string.IsNullOrWhiteSpace(lines[line]))
                {
                    continue;
                }

                List<string> cells = Cells(lines[line]);
                string place = $"{manifest}, line {line + 1}";
                if (Cell(cells, path) is not { } file)
                {
                    throw new GrooveGuruException($"{place}: there is no path.");
                }

                entries[Path.GetFullPath(Path.Combine(folder, file))] = new MaterialEntry(
                    Cell(cells, role)?.ToLowerInvariant(), Half(Cell(cells, split), place), Cell(cells, group));
            }
        }
    }

    private static string? Cell(List<string> cells, int column) =>
        column >= 0 && column < cells.Count && cells[column].Trim() is { Length: > 0 } text ? text : null;

    private static MaterialHalf? Half(string? split, string place) => split?.ToLowerInvariant() switch
    {
        null => null,
        { } word when TunedWords.Contains(word) => MaterialHalf.Tuned,
        { } word when ReportedWords.Contains(word) => MaterialHalf.Reported,
        _ => throw new GrooveGuruException($"{place}: \"{split}\" is no split; tuned or reported would be."),
    };

    // RFC 4180, a line at a time: a quoted cell may hold commas, and a quote twice.
    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        var cell = new System.Text.StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append(line[i++]);
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
