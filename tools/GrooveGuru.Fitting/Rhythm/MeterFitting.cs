using GrooveGuru.Core.Rhythm;

namespace GrooveGuru.Fitting.Rhythm;

/// <summary>Fits <see cref="MeterModel"/>.</summary>
internal static class MeterFitting
{
    private const int Steps = 1200;
    private const double StepSize = 0.05;
    private const double Ridge = 2;

    /// <summary>The verb.</summary>
    public static void Run(FittingOptions options) => RhythmFitting.Run(options, Fit, example => Try(MeterModel.Probabilities, example));

    private static (RhythmTrial Model, string Text) Fit(IReadOnlyList<RhythmExample> examples)
    {
        List<MeterExample> meters = [.. examples.Select(example => example.Meter).OfType<MeterExample>()];
        float[] weights = Fit(meters);
        return (example => Try(readings => MeterModel.Probabilities(readings, weights), example), Text(weights, meters.Count));
    }

    private static float[] Fit(List<MeterExample> meters)
    {
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

    private static (double OfTruth, bool IsHit)? Try(Func<IReadOnlyList<MeterHypothesis>, double[]> model, RhythmExample example)
    {
        if (example.Meter is not { } meter)
        {
            return null;
        }

        double[] shares = model(meter.Hypotheses);
        return (shares[meter.Right], Array.IndexOf(shares, shares.Max()) == meter.Right);
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
