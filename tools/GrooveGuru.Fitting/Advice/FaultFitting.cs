using System.Globalization;
using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Fitting.Advice;

/// <summary>Fits <see cref="FaultModel"/>.</summary>
internal static class FaultFitting
{
    private const int Folds = 4;

    /// <summary>The verb: fits on what is not held, tries on what is, writes the weights.</summary>
    /// <param name="outFile">Where the weights go; null only tries.</param>
    /// <param name="tables">Tables of <see cref="SignTable"/>.</param>
    public static int Run(string? outFile, IReadOnlyList<string> tables)
    {
        IReadOnlyList<FaultRow> rows = FaultTable.Read(tables);
        FaultRow[] learnt = [.. rows.Where(row => !row.IsHeld)];
        FaultRow[] held = [.. rows.Where(row => row.IsHeld)];
        string[] groups = [.. learnt.Select(row => row.Group).Distinct().Order(StringComparer.Ordinal)];
        Console.Error.WriteLine($"{learnt.Length} rows of {groups.Length} songs to learn from, {held.Length} held.");

        // What the model says of songs that it did not learn, to calibrate it with.
        new Random(1).Shuffle(groups);
        var foldOf = groups.Select((group, at) => (group, at)).ToDictionary(pair => pair.group, pair => pair.at % Folds);
        List<(FaultRow Row, double[] LogOdds)> blind = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            FaultModel model = FaultFit.On([.. learnt.Where(row => foldOf[row.Group] != fold)]);
            blind.AddRange(learnt.Where(row => foldOf[row.Group] == fold).Select(row => (row, model.LogOdds(row.Signs))));
        }

        (float slope, float[] shift) = Calibration.Of(blind);
        FaultTrial.Print("Cross-validation, calibrated on itself", [.. blind.Select(answer => (answer.Row, Calibrated(answer.LogOdds)))]);
        FaultModel final = FaultFit.On(learnt).Calibrated(slope, shift);
        FaultTrial.Print("Held", [.. held.Select(row => (row, final.LogOdds(row.Signs)))]);
        if (outFile is not null)
        {
            using FileStream stream = File.Create(outFile);
            final.Write(stream);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outFile}: {stream.Length} bytes, slope {slope:0.00}"));
        }

        return 0;

        double[] Calibrated(double[] logOdds) => [.. logOdds.Select((odds, at) => (slope * odds) + shift[at])];
    }
}
