using GrooveGuru.Core.Features.Stages;

namespace GrooveGuru.Fitting.Tonality;

/// <summary>Whole pieces with a key, and cuts of them: what is heard need not begin where the piece does.</summary>
internal static class KeyExamples
{
    private const double CutWeight = 0.5;
    private const double ShortestSeconds = 6;
    private const double LongestSeconds = 30;
    private const double MostOfPiece = 0.8;
    private static readonly string[] Cuts = ["middle", "middle", "middle", "middle", "opening", "closing"];

    /// <summary>The choices of each piece: the whole, then its cuts.</summary>
    /// <param name="truthFiles">Truth files; pieces without a key are passed over.</param>
    public static IReadOnlyList<IReadOnlyList<KeyChoice>> Read(IReadOnlyList<string> truthFiles) =>
        [.. TrainingSet.Map(truthFiles, Cut).Where(choices => choices.Count > 0)];

    private static List<KeyChoice> Cut(TrainingPiece piece)
    {
        if (piece.Truth.Key is not { } key)
        {
            return [];
        }

        var choices = new List<KeyChoice> { KeyChoice.Of($"whole {piece.Truth.Group}", key, piece.Mono, 1) };
        var random = new Random(Seed(piece.Truth.Id));
        foreach (string cut in Cuts)
        {
            double share = Math.Pow(LongestSeconds / ShortestSeconds, random.NextDouble());
            int length = (int)Math.Min(ShortestSeconds * share * AnalysisRate.SampleRateHz, MostOfPiece * piece.Mono.Length);
            double place = cut switch { "opening" => 0, "closing" => 1, _ => random.NextDouble() };
            choices.Add(KeyChoice.Of(cut, key, piece.Mono.AsSpan((int)(place * (piece.Mono.Length - length)), length), CutWeight));
        }

        return choices;
    }

    // String.GetHashCode differs from run to run.
    private static int Seed(string id) => id.Aggregate(17, (seed, letter) => unchecked((31 * seed) + letter));
}
