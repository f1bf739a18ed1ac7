using System.Globalization;
using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Fitting.Tonality;

/// <summary>Fits <see cref="KeyModel"/>.</summary>
internal static class KeyFitting
{
    private const double Ridge = 0.1;

    // How far the weight of a sign may spread: further where a sign differs little between keys.
    private static readonly double[] Spreads = [.. Enumerable.Repeat(8.0, 12), 1, 1, 1, 1, 2, 1, 1, 4, 2, 3];

    /// <summary>The verb: cross-validates if asked to, fits, tries the fit on held pieces, writes the weights.</summary>
    public static void Run(FittingOptions options)
    {
        IReadOnlyList<IReadOnlyList<KeyChoice>> pieces = KeyExamples.Read(options.TruthFiles);
        if (options.Folds > 0)
        {
            var crossed = new KeySummary();
            for (int fold = 0; fold < options.Folds; fold++)
            {
                double[] fit = Fit(pieces.Where((_, index) => index % options.Folds != fold));
                Try(fit, pieces.Where((_, index) => index % options.Folds == fold), crossed);
            }

            crossed.Print($"Cross-validation in {options.Folds} parts:");
        }

        double[] weights = Fit(pieces);
        IReadOnlyList<IReadOnlyList<KeyChoice>> heldOut = KeyExamples.Read(options.HeldFiles);
        if (heldOut.Count > 0)
        {
            var held = new KeySummary();
            Try(weights, heldOut, held);
            held.Print("Held out:");
        }

        WeightsText.Write(Text(weights, pieces), options.OutFile);
    }

    private static double[] Fit(IEnumerable<IReadOnlyList<KeyChoice>> pieces)
    {
        double[] ridge = [.. Spreads.Concat(Spreads).Select(spread => Ridge / (spread * spread))];
        return ChoiceRegression.Fit([.. pieces.SelectMany(piece => piece)], ridge, new double[ridge.Length]);
    }

    private static void Try(double[] weights, IEnumerable<IReadOnlyList<KeyChoice>> pieces, KeySummary summary)
    {
        foreach (KeyChoice choice in pieces.SelectMany(piece => piece))
        {
            summary.Add(choice, ChoiceRegression.Rate(choice, weights));
        }
    }

    private static string Text(double[] weights, IReadOnlyList<IReadOnlyList<KeyChoice>> pieces)
    {
        string kinds = string.Join(", ", pieces.GroupBy(piece => piece[0].Group).Select(kind => $"{kind.Count()} {kind.Key}"));
        return string.Create(CultureInfo.InvariantCulture, $$"""
            namespace GrooveGuru.Core.Tonality;

            /// <content>
            /// Written by the verb "key" of tools/GrooveGuru.Fitting, whose README says what the pieces are: {{kinds}},
            /// and six cuts of each, of 6 to 30 s. None of them is in the shared set.
            /// </content>
            internal static partial class KeyModel
            {
                // 12 degrees from the tonic up; bias; opening chords: tonic, relative, parallel; opening bass; closing chords: tonic,
                // parallel; cadences to the tonic; share of the tonic chord; share of the dominant seventh.
                private static readonly double[] MajorWeights =
                [
            {{ModelText.Lines(weights[..12], weights[12..KeyModel.SignCount])}}    ];

                private static readonly double[] MinorWeights =
                [
            {{ModelText.Lines(weights[KeyModel.SignCount..(KeyModel.SignCount + 12)], weights[(KeyModel.SignCount + 12)..])}}    ];
            }

            """);
    }
}
