using System.Globalization;
using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Fitting.Tonality;

/// <summary>Fits <see cref="ChordModel"/>.</summary>
internal static class ChordFitting
{
    private const double RidgePerFrame = 1e-4;

    // Where the weights start: the plain notes of each kind, and its root in the bass.
    private const double NoteWeight = 2;
    private const double BassWeight = 1;
    private static readonly int[][] Notes = [[0, 4, 7], [0, 3, 7], [0, 4, 7, 10], [0, 3, 6]];

    /// <summary>The verb: cross-validates if asked to, fits, tries the fit on held pieces, writes the weights.</summary>
    public static void Run(FittingOptions options)
    {
        IReadOnlyList<(string Group, IReadOnlyList<ChordChoice> Choices)> pieces = ChordExamples.Read(options.TruthFiles);
        if (options.Folds > 0)
        {
            Console.Error.WriteLine($"Cross-validation in {options.Folds} parts:");
            List<(string Group, bool IsHit, double Loss)> tried = [];
            for (int fold = 0; fold < options.Folds; fold++)
            {
                double[] fit = Fit(pieces.Where((_, index) => index % options.Folds != fold));
                tried.AddRange(Try(fit, pieces.Where((_, index) => index % options.Folds == fold)));
            }

            Print(tried);
        }

        double[] weights = Fit(pieces);
        if (options.HeldFiles.Count > 0)
        {
            Console.Error.WriteLine("Held out:");
            Print([.. Try(weights, ChordExamples.Read(options.HeldFiles))]);
        }

        WeightsText.Write(Text(weights, pieces), options.OutFile);
    }

    private static double[] Fit(IEnumerable<(string Group, IReadOnlyList<ChordChoice> Choices)> pieces)
    {
        List<ChordChoice> choices = [.. pieces.SelectMany(piece => piece.Choices)];
        var start = new double[ChordChoice.NoChordOffset + ChordChoice.NoChordLength];
        for (int kind = 0; kind < ChordChoice.KindCount; kind++)
        {
            foreach (int note in Notes[kind])
            {
                start[(kind * ChordModel.KindLength) + note] = NoteWeight;
            }

            start[(kind * ChordModel.KindLength) + 12] = BassWeight;
        }

        double[] ridge = new double[start.Length];
        Array.Fill(ridge, RidgePerFrame * choices.Count);
        return ChoiceRegression.Fit(choices, ridge, start);
    }

    private static IEnumerable<(string Group, bool IsHit, double Loss)> Try(
        double[] weights, IEnumerable<(string Group, IReadOnlyList<ChordChoice> Choices)> pieces) =>
        from piece in pieces
        from choice in piece.Choices
        let rates = ChoiceRegression.Rate(choice, weights)
        select (piece.Group, rates.Max() <= rates[choice.Right], -Math.Log(Math.Max(1e-9, rates[choice.Right])));

    private static void Print(List<(string Group, bool IsHit, double Loss)> tried)
    {
        foreach (var group in tried.GroupBy(frame => frame.Group).Append(tried.GroupBy(_ => "all").Single()))
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {group.Key,-10} {group.Count(),6} frames, right {group.Average(frame => frame.IsHit ? 1 : 0.0):F3}, log loss {group.Average(frame => frame.Loss):F3}"));
        }
    }

    private static string Text(double[] weights, IReadOnlyList<(string Group, IReadOnlyList<ChordChoice> Choices)> pieces)
    {
        string kinds = string.Join(", ", pieces.GroupBy(piece => piece.Group)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Sum(piece => piece.Choices.Count)} of {kind.Count()} {kind.Key}")));
        string lines = string.Concat(Enumerable.Range(0, ChordChoice.KindCount).Select(kind =>
        {
            double[] own = weights[(kind * ChordModel.KindLength)..((kind + 1) * ChordModel.KindLength)];
            return $"        // {(ChordQuality)kind}: all, bass, bias.\n{ModelText.Lines("f", own[..12], own[12..24], own[24..])}";
        }));
        double[] none = weights[ChordChoice.NoChordOffset..];
        return string.Create(CultureInfo.InvariantCulture, $$"""
            namespace GrooveGuru.Core.Tonality;

            /// <content>
            /// Written by the verb "chords" of tools/GrooveGuru.Fitting, whose README says what the pieces are; frames:
            /// {{kinds}}. None of them is in the shared set. Held to the plain notes of each kind (weight 2, the root in the bass 1).
            /// </content>
            internal static partial class ChordModel
            {
                private const float NoChordBias = {{none[0]:0.00}}f;
                private const float NoChordFlatness = {{none[1]:0.00}}f;
                private const float NoChordLevel = {{none[2]:0.00}}f;

                // From the root up.
                private static readonly float[] Kinds =
                [
            {{lines}}    ];
            }

            """);
    }
}
