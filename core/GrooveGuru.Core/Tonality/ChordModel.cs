using System.Numerics.Tensors;

namespace GrooveGuru.Core.Tonality;

/// <summary>How likely each chord is in a frame: a softmax over 12 roots of four kinds, and over no chord.</summary>
/// <remarks>
/// The weights of a multinomial logistic regression that is the same for every root, started from the plain notes of each chord
/// (weight 2, the root in the bass 1) and held to them (L2 1e-4). Trained on 54 000 frames of 290 tunes with written chords and
/// 210 chorales whose sounding notes spell a chord, rendered with three sound fonts, and of drum patterns for "no chord"; none of
/// them is in the shared set.
/// </remarks>
internal static class ChordModel
{
    /// <summary>Classes: 12 each of major, minor, seventh and diminished from C, then no chord.</summary>
    public const int ClassCount = (4 * 12) + 1;

    /// <summary>The class of no chord.</summary>
    public const int NoChord = ClassCount - 1;

    private const int KindLength = 25;
    private const float NoChordBias = 1.02f;
    private const float NoChordFlatness = 0.94f;
    private const float NoChordLevel = -1.48f;
    private const float LowestLevel = -6;

    // From the root up.
    private static readonly float[] Kinds =
    [
        // Major: all, bass, bias.
        3.62f, -2.46f, 1.42f, -2.90f, 3.65f, -1.14f, -1.54f, 3.57f, -0.72f, -0.88f, -3.31f, 1.42f,
        2.95f, 0.29f, -1.14f, -1.21f, 1.43f, -0.49f, -0.48f, 1.29f, -0.58f, -2.01f, -2.08f, -1.13f,
        0.55f,
        // Minor: all, bass, bias.
        4.33f, -2.71f, 1.81f, 4.02f, -2.53f, -0.31f, -2.41f, 4.54f, -3.56f, -1.59f, 1.48f, -1.53f,
        3.51f, -0.33f, -1.09f, 1.24f, -2.78f, -0.69f, -0.85f, 1.91f, -1.65f, -2.32f, -2.63f, -0.51f,
        -1.64f,
        // Seventh: all, bass, bias.
        2.91f, -3.17f, 1.40f, -3.63f, 2.58f, 0.65f, -2.80f, 2.74f, -1.02f, -1.31f, 3.47f, -0.27f,
        2.85f, -0.95f, -2.08f, -1.63f, 1.46f, -1.03f, -0.73f, 0.85f, -1.53f, -1.85f, 1.14f, -1.47f,
        -0.34f,
        // Diminished: all, bass, bias.
        3.60f, 1.03f, -2.31f, 3.56f, -1.14f, -1.74f, 4.05f, 0.45f, -2.11f, -2.50f, 1.30f, -2.61f,
        0.48f, -1.45f, -1.44f, 1.89f, -1.31f, -0.94f, 0.50f, -2.26f, -2.21f, -2.13f, -2.41f, -2.08f,
        -0.66f,
    ];

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
            + (NoChordFlatness * TensorPrimitives.Sum<float>(allTwice[..12]) / 12)
            + (NoChordLevel * Math.Max(LowestLevel, MathF.Log(level + 1e-9f)));
        TensorPrimitives.SoftMax(likelihoods, likelihoods);
    }

    private static void Unroll(ReadOnlySpan<float> chroma, Span<float> twice)
    {
        float most = TensorPrimitives.Max(chroma);
        chroma.CopyTo(twice);
        TensorPrimitives.Multiply(twice[..12], most > 0 ? 1 / most : 0, twice[..12]);
        twice[..12].CopyTo(twice[12..]);
    }
}
