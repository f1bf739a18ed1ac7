using System.Globalization;

namespace GrooveGuru.Fitting;

/// <summary>What a model is fitted on and tried on, and where its weights go.</summary>
/// <param name="TruthFiles">Truth files to learn from; their audio lies in the folder of each.</param>
/// <param name="HeldFiles">Truth files to try the model on, of which it learns nothing.</param>
/// <param name="Folds">Parts for a cross-validation before the fit; 0 for none.</param>
/// <param name="OutFile">Where the weights are written as C#; null for standard output.</param>
internal sealed record FittingOptions(
    IReadOnlyList<string> TruthFiles, IReadOnlyList<string> HeldFiles, int Folds, string? OutFile)
{
    /// <summary>How the options are written.</summary>
    public const string Usage = "[--held TRUTH.json]… [--folds COUNT] [--out FILE.cs] TRUTH.json…";

    /// <summary>Reads the arguments that follow the verb.</summary>
    /// <returns>Null where they are not understood or name nothing to learn from.</returns>
    public static FittingOptions? Parse(IReadOnlyList<string> arguments)
    {
        List<string> truth = [], held = [];
        int folds = 0;
        string? outFile = null;
        for (int at = 0; at < arguments.Count; at++)
        {
            if (!arguments[at].StartsWith("--", StringComparison.Ordinal))
            {
                truth.Add(arguments[at]);
                continue;
            }

            string name = arguments[at++];
            if (at == arguments.Count)
            {
                return null;
            }

            switch (name)
            {
                case "--held":
                    held.Add(arguments[at]);
                    break;
                case "--out":
                    outFile = arguments[at];
                    break;
                case "--folds" when int.TryParse(arguments[at], CultureInfo.InvariantCulture, out folds) && folds >= 2:
                    break;
                default:
                    return null;
            }
        }

        return truth.Count == 0 ? null : new FittingOptions(truth, held, folds, outFile);
    }
}
