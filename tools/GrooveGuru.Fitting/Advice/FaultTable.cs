using System.Globalization;
using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Fitting.Advice;

/// <summary>Reads the tables that <see cref="SignTable"/> writes.</summary>
internal static class FaultTable
{
    private const int MetaColumns = 9;

    // Clean tracks are one row in two dozen of the table; in a DAW they are more.
    private const double CleanWeight = 4;

    /// <summary>The rows of all tables; a track as it came is left out, since it differs from the clean one in level alone.</summary>
    /// <param name="files">The tables.</param>
    public static IReadOnlyList<FaultRow> Read(IEnumerable<string> files)
    {
        string[] cases = ["clean", .. FaultModel.Cases.Select(fault => fault.Id)];
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
            foreach (string[] cells in lines.Skip(1).Select(line => line.Split(',')).Where(cells => cells.Length == head.Length))
            {
                int made = Array.IndexOf(cases, cells[At("fault")]);
                if (made >= 0)
                {
                    rows.Add(new FaultRow(
                        cells[At("group")],
                        cells[At("split")] == "held",
                        double.Parse(cells[At("tempo")], CultureInfo.InvariantCulture) >= FaultInjector.FastBpm,
                        made,
                        made == 0 ? CleanWeight : FaultModel.Cases[made - 1].Strength == FaultStrength.Weak ? FaultModel.WeakWeight : 1,
                        [.. cells.Skip(MetaColumns).Select(cell => float.Parse(cell, CultureInfo.InvariantCulture))]));
                }
            }
        }

        return rows;
    }
}
