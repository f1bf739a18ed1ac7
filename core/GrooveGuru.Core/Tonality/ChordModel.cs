using System.Numerics.Tensors;

namespace GrooveGuru.Core.Tonality;

/// <summary>How likely each chord is in a frame: a softmax over 12 roots of four kinds, and over no chord.</summary>
/// <remarks>
/// A multinomial logistic regression whose weights are the same for every root; ChordModel.Weights.cs says what they were fitted on.
/// </remarks>
internal static partial class ChordModel
{
    /// <summary>Classes: 12 each of major, minor, seventh and diminished from C, then no chord.</summary>
    public const int ClassCount = (4 * 12) + 1;

    /// <summary>The class of no chord.</summary>
    public const int NoChord = ClassCount - 1;

    /// <summary>Weights of a kind of chord: 12 of the pitch classes from the root up, 12 of the bass, 1 of its own.</summary>
    public const int KindLength = 25;

    private const float LowestLevel = -6;

    /// <summary>The chord of a class.</summary>
    public static ChordLabel Label(int index) =>
        index == NoChord ? ChordLabel.None : new ChordLabel(index % 12, (ChordQuality)(index / 12));

    /// <summary>Rates all chords in a frame.</summary>
    /// <param name="all">Weight of each pitch class [12].</param>
    /// <param name="bass">The same of the bass [12].</param>
    /// <param name="level">Level of the frame beside the loudest, 0–1.</param>
    /// <param name="likelihoods">Probability of each class [49], sum 1.</param>
    public static void Rate(ReadOnlySpan<float> all, ReadOnlySpan<float> bass, float level, Span<float> likelihoods)
    {
        // Twice in a row, so that each root reads 12 in a row.
        Span<float> allTwice = stackalloc float[24], bassTwice = stackalloc float[24];
        Unroll(all, allTwice);
        Unroll(bass, bassTwice);
        for (int kind = 0; kind < 4; kind++)
        {
            ReadOnlySpan<float> weights = Kinds.AsSpan(kind * KindLength, KindLength);
            for (int root = 0; root < 12; root++)
            {
                likelihoods[(12 * kind) + root] = weights[24]
                    + TensorPrimitives.Dot(weights[..12], allTwice.Slice(root, 12))
                    + TensorPrimitives.Dot(weights[12..24], bassTwice.Slice(root, 12));
            }
        }

        likelihoods[NoChord] = NoChordBias
            + (NoChordFlatness * Flatness(allTwice))
            + (NoChordLevel * LogLevel(level));
        TensorPrimitives.SoftMax(likelihoods, likelihoods);
    }

    /// <summary>How evenly a frame spreads over the pitch classes.</summary>
    /// <param name="allTwice">The classes after <see cref="Unroll"/> [24].</param>
    public static float Flatness(ReadOnlySpan<float> allTwice) => TensorPrimitives.Sum(allTwice[..12]) / 12;

    /// <summary>Logarithm of the level of a frame beside the loudest, −6…0.</summary>
    public static float LogLevel(float level) => Math.Max(LowestLevel, MathF.Log(level + 1e-9f));

    /// <summary>Scales pitch classes to a maximum of 1 and writes them twice in a row.</summary>
    /// <param name="chroma">Weights from C [12].</param>
    /// <param name="twice">The same from 0 to 1 [24].</param>
    public static void Unroll(ReadOnlySpan<float> chroma, Span<float> twice)
    {
        float most = TensorPrimitives.Max(chroma);
        chroma.CopyTo(twice);
        TensorPrimitives.Multiply(twice[..12], most > 0 ? 1 / most : 0, twice[..12]);
        twice[..12].CopyTo(twice[12..]);
    }
}
