namespace GrooveGuru.Core.Tonality;

/// <summary>The probability of each key, from the pitch classes and chords of what was heard, how it opens, closes and moves.</summary>
/// <remarks>
/// A conditional logistic regression over the 24 keys whose weights are the same for every tonic; KeyModel.Weights.cs says what they
/// were fitted on. The profiles play the part of those of Krumhansl; relative keys, which share their notes, are told apart by the rest.
/// </remarks>
internal static partial class KeyModel
{
    /// <summary>Keys: 12 major from C, then 12 minor from C.</summary>
    public const int KeyCount = 24;

    /// <summary>Signs of a key: 12 shares of its degrees, 1, and 9 of its chords.</summary>
    public const int SignCount = 22;

    /// <summary>Rates the keys.</summary>
    /// <param name="evidence">What was heard.</param>
    /// <returns>Probability of each key [24], sum 1: major from C, then minor from C.</returns>
    public static double[] Rate(KeyEvidence evidence)
    {
        var rates = new double[KeyCount];
        Span<double> signs = stackalloc double[SignCount];
        for (int key = 0; key < KeyCount; key++)
        {
            Describe(evidence, key, signs);
            double[] weights = key < 12 ? MajorWeights : MinorWeights;
            for (int sign = 0; sign < SignCount; sign++)
            {
                rates[key] += weights[sign] * signs[sign];
            }
        }

        double most = rates.Max();
        double sum = rates.Sum(rate => Math.Exp(rate - most));
        return Array.ConvertAll(rates, rate => Math.Exp(rate - most) / sum);
    }

    /// <summary>What speaks for a key, from the view of its tonic.</summary>
    /// <param name="evidence">What was heard.</param>
    /// <param name="key">The key, 0–23.</param>
    /// <param name="signs">Its signs [22], in the order of the weights.</param>
    public static void Describe(KeyEvidence evidence, int key, Span<double> signs)
    {
        int tonic = key % 12, dominant = (tonic + 7) % 12;
        bool isMajor = key < 12;
        for (int degree = 0; degree < 12; degree++)
        {
            signs[degree] = evidence.Chroma[(tonic + degree) % 12];
        }

        (ChordShares opening, ChordShares closing, ChordShares whole) = (evidence.Opening, evidence.Closing, evidence.Whole);
        signs[12] = 1;
        signs[13] = (isMajor ? opening.Major : opening.Minor)[tonic];
        signs[14] = isMajor ? opening.Minor[(tonic + 9) % 12] : opening.Major[(tonic + 3) % 12];
        signs[15] = (isMajor ? opening.Minor : opening.Major)[tonic];
        signs[16] = evidence.OpeningBass[tonic];
        signs[17] = (isMajor ? closing.Major : closing.Minor)[tonic];
        signs[18] = (isMajor ? closing.Minor : closing.Major)[tonic];
        signs[19] = (isMajor ? evidence.CadencesToMajor : evidence.CadencesToMinor)[tonic];
        signs[20] = (isMajor ? whole.Major : whole.Minor)[tonic];
        signs[21] = whole.Seventh[dominant];
    }
}
