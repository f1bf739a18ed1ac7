namespace GrooveGuru.Core.Tonality;

/// <summary>The key: from a chroma alone by correlation with 24 rotated profiles, or from all that tells a key.</summary>
/// <remarks>
/// The first is the Krumhansl-Schmuckler algorithm; C. Krumhansl, Cognitive Foundations of Musical Pitch, 1990, ch. 4. The analysis reports
/// the second, a model that weighs opening, close, cadences and bass beside the chroma: on pieces that neither was fitted to it is right more often.
/// </remarks>
public static class KeyEstimator
{
    private const double Sharpness = 12;

    /// <summary>The profile that measures best of those that are shipped.</summary>
    public static KeyProfile DefaultProfile => KeyProfile.AlbrechtShanahan;

    /// <summary>All 24 keys, the most likely first.</summary>
    /// <param name="chroma">Weight of each pitch class from C [12]; 0 or more.</param>
    /// <param name="profile">The profile; null for <see cref="DefaultProfile"/>.</param>
    /// <returns>24 candidates whose confidences sum to 1; empty where all pitch classes weigh the same.</returns>
    /// <exception cref="ArgumentException">There are not 12 weights.</exception>
    public static IReadOnlyList<KeyCandidate> Estimate(IReadOnlyList<double> chroma, KeyProfile? profile = null)
    {
        ArgumentNullException.ThrowIfNull(chroma);
        if (chroma.Count != 12)
        {
            throw new ArgumentException("A chroma has 12 weights.", nameof(chroma));
        }

        profile ??= DefaultProfile;
        double mean = chroma.Average();
        double variance = chroma.Sum(weight => (weight - mean) * (weight - mean));
        if (!(variance > 1e-12 * mean * mean))
        {
            return [];
        }

        var found = new List<(MusicalKey Key, double Correlation)>();
        for (int tonic = 0; tonic < 12; tonic++)
        {
            found.Add((new MusicalKey(tonic, KeyMode.Major), Correlation(chroma, profile.Major, tonic)));
            found.Add((new MusicalKey(tonic, KeyMode.Minor), Correlation(chroma, profile.Minor, tonic)));
        }

        double best = found.Max(candidate => candidate.Correlation);
        double sum = found.Sum(candidate => Math.Exp(Sharpness * (candidate.Correlation - best)));
        return found
            .OrderByDescending(candidate => candidate.Correlation)
            .Select(candidate => new KeyCandidate(
                candidate.Key, candidate.Correlation, Math.Exp(Sharpness * (candidate.Correlation - best)) / sum))
            .ToList();
    }

    /// <summary>All 24 keys from all that tells a key, the most likely first; the confidences sum to 1.</summary>
    internal static IReadOnlyList<KeyCandidate> Estimate(KeyEvidence evidence)
    {
        double[] rates = KeyModel.Rate(evidence);
        return Enumerable.Range(0, 24)
            .OrderByDescending(index => rates[index])
            .Select(index =>
            {
                var key = new MusicalKey(index % 12, index < 12 ? KeyMode.Major : KeyMode.Minor);
                IReadOnlyList<double> profile = key.Mode == KeyMode.Major ? DefaultProfile.Major : DefaultProfile.Minor;
                return new KeyCandidate(key, Correlation(evidence.Chroma, profile, key.Tonic), rates[index]);
            })
            .ToList();
    }

    private static double Correlation(IReadOnlyList<double> chroma, IReadOnlyList<double> profile, int tonic)
    {
        double chromaMean = chroma.Average(), profileMean = profile.Average();
        double product = 0, chromaSquares = 0, profileSquares = 0;
        for (int pitch = 0; pitch < 12; pitch++)
        {
            double a = chroma[pitch] - chromaMean;
            double b = profile[(pitch - tonic + 12) % 12] - profileMean;
            product += a * b;
            chromaSquares += a * a;
            profileSquares += b * b;
        }

        return product / Math.Sqrt(chromaSquares * profileSquares);
    }
}
