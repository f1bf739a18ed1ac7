using GrooveGuru.Core.Rhythm;

namespace GrooveGuru.Fitting.Rhythm;

/// <summary>Fits <see cref="MeterModel"/>.</summary>
internal static class MeterFitting
{
    private const int Steps = 1200;
    private const double StepSize = 0.05;
    private const double Ridge = 2;

    /// <summary>The verb: cross-validates if asked to, fits, tries the fit and the present weights on held pieces, writes the weights.</summary>
    public static void Run(FittingOptions options)
    {
        IReadOnlyList<RhythmExample> examples = RhythmExamples.ToLearnFrom(options.TruthFiles);
        if (options.Folds > 0)
        {
            var crossed = new FitSummary();
            foreach ((IReadOnlyList<RhythmExample> learnt, IReadOnlyList<RhythmExample> held) in RhythmExamples.Folds(examples, options.Folds))
            {
                float[] fit = Fit(learnt);
                Try(readings => MeterModel.Probabilities(readings, fit), held, crossed);
            }

            crossed.Print($"Cross-validation in {options.Folds} parts:");
        }

        float[] weights = Fit(examples);
        Print("The pieces learnt from:", weights, examples);
        IReadOnlyList<RhythmExample> heldOut = TrainingSet.Map(options.HeldFiles, RhythmExample.Of);
        if (heldOut.Any(example => example.Meter is not null))
        {
            Print("Held out, where the beats are right:", weights, heldOut);
        }

        int count = examples.Count(example => example.Meter is not null);
        WeightsText.Write(Text(weights, count), options.OutFile);
    }

    private static float[] Fit(IReadOnlyList<RhythmExample> examples)
    {
        List<MeterExample> meters = [.. examples.Select(example => example.Meter).OfType<MeterExample>()];
        var weights = new float[MeterFeatures.Count];
        var adam = new Adam(weights.Length, StepSize);
        var gradient = new double[weights.Length];
        for (int step = 0; step < Steps; step++)
        {
            for (int i = 0; i < weights.Length; i++)
            {
                gradient[i] = Ridge * weights[i];
            }

            foreach (MeterExample meter in meters)
            {
                double[] shares = MeterModel.Probabilities(meter.Hypotheses, weights);
                for (int reading = 0; reading < shares.Length; reading++)
                {
                    double error = shares[reading] - (reading == meter.Right ? 1 : 0);
                    for (int i = 0; i < gradient.Length; i++)
                    {
                        gradient[i] += error * meter.Hypotheses[reading].Features[i];
                    }
                }
            }

            adam.Step(weights, gradient);
        }

        return weights;
    }

    private static void Print(string title, float[] weights, IReadOnlyList<RhythmExample> examples)
    {
        var fitted = new FitSummary();
        Try(readings => MeterModel.Probabilities(readings, weights), examples, fitted);
        fitted.Print(title);
        var present = new FitSummary();
        Try(MeterModel.Probabilities, examples, present);
        present.Print("  The same with the present weights:");
    }

    private static void Try(Func<IReadOnlyList<MeterHypothesis>, double[]> model, IReadOnlyList<RhythmExample> examples, FitSummary summary)
    {
        foreach (RhythmExample example in examples)
        {
            if (example.Meter is { } meter)
            {
                double[] shares = model(meter.Hypotheses);
                summary.Add(example.Group, shares[meter.Right], Array.IndexOf(shares, shares.Max()) == meter.Right);
            }
        }
    }

    private static string Text(float[] weights, int count) => $$"""
        namespace GrooveGuru.Core.Rhythm;

        /// <content>
        /// Fitted as those of <see cref="PulseModel"/>, by the verb "meter" of tools/GrooveGuru.Fitting, on the {{count}} pieces of its set whose
        /// beats were right.
        /// </content>
        internal static partial class MeterModel
        {
        {{WeightsText.Field("Weights", "MeterFeatures.Count", weights)}}}

        """;
}
