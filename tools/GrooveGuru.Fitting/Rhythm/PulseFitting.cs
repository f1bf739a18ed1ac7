using System.Globalization;
using GrooveGuru.Core.Rhythm;

namespace GrooveGuru.Fitting.Rhythm;

/// <summary>Fits <see cref="PulseModel"/>.</summary>
internal static class PulseFitting
{
    /// <summary>The verb: cross-validates if asked to, fits, tries the fit and the present weights on held pieces, writes the weights.</summary>
    public static void Run(FittingOptions options)
    {
        IReadOnlyList<RhythmExample> examples = RhythmExamples.ToLearnFrom(options.TruthFiles);
        if (options.Folds > 0)
        {
            var crossed = new FitSummary();
            foreach ((IReadOnlyList<RhythmExample> learnt, IReadOnlyList<RhythmExample> held) in RhythmExamples.Folds(examples, options.Folds))
            {
                Try(PulseFit.On(learnt).Probabilities, held, crossed);
            }

            crossed.Print($"Cross-validation in {options.Folds} parts:");
        }

        var fit = PulseFit.On(examples);
        Print("The pieces learnt from:", fit, examples);
        IReadOnlyList<RhythmExample> heldOut = TrainingSet.Map(options.HeldFiles, RhythmExample.Of);
        if (heldOut.Count > 0)
        {
            Print("Held out:", fit, heldOut);
        }

        WeightsText.Write(Text(fit), options.OutFile);
    }

    private static void Print(string title, PulseFit fit, IReadOnlyList<RhythmExample> examples)
    {
        var fitted = new FitSummary();
        Try(fit.Probabilities, examples, fitted);
        fitted.Print(title);
        var present = new FitSummary();
        Try(PulseModel.Probabilities, examples, present);
        present.Print("  The same with the present weights:");
    }

    private static void Try(
        Func<IReadOnlyList<PulseHypothesis>, (double[] OfEach, double OfNone)> model, IReadOnlyList<RhythmExample> examples, FitSummary summary)
    {
        foreach (RhythmExample example in examples)
        {
            (double[] shares, double none) = model(example.Hypotheses);
            double truth = example.HasPulse ? shares.Where((_, reading) => example.IsRight[reading]).Sum() : none;
            bool isUnsure = shares.Length == 0 || none > 0.5;
            summary.Add(example.Group, truth, example.HasPulse ? !isUnsure && example.IsRight[Array.IndexOf(shares, shares.Max())] : isUnsure);
        }
    }

    private static string Text(PulseFit fit) => $$"""
        namespace GrooveGuru.Core.Rhythm;

        /// <content>
        /// Fitted by greatest likelihood (Adam, ridge {{PulseFit.Ridge.ToString(CultureInfo.InvariantCulture)}} on standardised features) on {{fit.PieceCount}} pieces and on {{fit.PulselessCount}} sounds without a pulse,
        /// by the verb "pulse" of tools/GrooveGuru.Fitting, whose README.md says what they are. A reading counted as right where its tempo is
        /// within 4 % and its beats score an F-measure above 0.7. No piece that the tests use is among them. The first feature is 1: its weight
        /// is the bias.
        /// </content>
        internal static partial class PulseModel
        {
        {{WeightsText.Field("Linear", "PulseFeatures.Count", fit.Linear)}}
        {{WeightsText.Field("Outputs", "hidden units", fit.Outputs)}}
        {{WeightsText.Field("Hidden", "hidden units · PulseFeatures.Count", fit.Hidden)}}}

        """;
}
