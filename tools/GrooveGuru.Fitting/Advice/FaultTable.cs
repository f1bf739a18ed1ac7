using System.Globalization;

namespace GrooveGuru.Fitting.Advice;

/// <summary>Reads the tables that <see cref="SignTable"/> writes.</summary>
internal static class FaultTable
{
    private const string Tempo = "tempo";
    private const int MetaColumns = 9;

    /// <summary>The rows of all tables; a track as it came is left out, since it differs from the clean one in level alone.</summary>
    /// <param name="files">The tables.</param>
    public static IReadOnlyList<FaultRow> Read(IEnumerable<string> files)
    {
        var rows = new List<FaultRow>();
        foreach (string file in files)
        {
            string[] lines = File.ReadAllLines(file);
            if (lines.Length == 0)
            {
                continue;
            }

            string[] head = lines[0].Split(',');
            int At(string name) => Array.IndexOf(head, name);
            if (At(Tempo) < 0)
            {
                throw new InvalidDataException($"{file} is not a table of signs.");
            }

            foreach (string[] cells in lines.Skip(1).Select(line => line.Split(',')).Where(cells => cells.Length == head.Length))
            {
                string faults = cells[At("fault")];
                if (faults != "raw")
                {
                    rows.Add(new FaultRow(
                        cells[At("group")],
                        cells[At("split")] == "held",
                        faults,
                        FaultRow.TargetsOf(faults),
                        [.. cells.Skip(MetaColumns).Select(cell => float.Parse(cell, CultureInfo.InvariantCulture))]));
                }
            }
        }

        return rows;
    }
}
