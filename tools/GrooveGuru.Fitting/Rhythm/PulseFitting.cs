using System.Globalization;
using GrooveGuru.Core.Rhythm;

namespace GrooveGuru.Fitting.Rhythm;

/// <summary>Fits <see cref="PulseModel"/>.</summary>
internal static class PulseFitting
{
    /// <summary>The verb.</summary>
    public static void Run(FittingOptions options) =>
        RhythmFitting.Run(options, Fit, example => Try(PulseModel.Probabilities(example.Hypotheses), example));

    private static (RhythmTrial Model, string Text) Fit(IReadOnlyList<RhythmExample> examples)
    {
        var fit = PulseFit.On(examples);
        return (example => Try(fit.Probabilities(example.Hypotheses), example), Text(fit));
    }

    private static (double OfTruth, bool IsHit)? Try((double[] OfEach, double OfNone) probabilities, RhythmExample example)
    {
        (double[] shares, double none) = probabilities;
        bool isUnsure = shares.Length == 0 || none > 0.5;
        return example.HasPulse
            ? (shares.Where((_, reading) => example.IsRight[reading]).Sum(), !isUnsure && example.IsRight[Array.IndexOf(shares, shares.Max())])
            : (none, isUnsure);
    }

    private static string Text(PulseFit fit) => $$"""
        namespace GrooveGuru.Core.Rhythm;

        /// <content>
        /// Fitted by greatest likelihood (Adam, ridge {{PulseFit.Ridge.ToString(CultureInfo.InvariantCulture)}} on standardised features) on {{fit.PieceCount}} pieces and on {{fit.PulselessCount}} sounds without a pulse,
        /// by the verb "pulse" of tools/GrooveGuru.Fitting, whose README.md says what they are. A reading counted as right where its tempo is
        /// within 4 % and its beats score an F-measure above 0.7. No piece that the tests use is among them. The first feature is 1: its
        /// weight is the bias.
        /// </content>
        internal static partial class PulseModel
        {
        {{WeightsText.Field("Linear", "PulseFeatures.Count", fit.Linear)}}
        {{WeightsText.Field("Outputs", "hidden units", fit.Outputs)}}
        {{WeightsText.Field("Hidden", "hidden units · PulseFeatures.Count", fit.Hidden)}}}

        """;
}
