using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Fitting.Tonality;

/// <summary>The key of a piece or of a cut of it.</summary>
/// <param name="Group">What it is: the kind of piece and of cut.</param>
/// <param name="Key">The true key.</param>
/// <param name="Signs">The signs of the 24 keys [24][22].</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record KeyChoice(string Group, MusicalKey Key, double[][] Signs, double Weight) : Choice(Index(Key), Weight)
{
    /// <inheritdoc/>
    public override int CandidateCount => KeyModel.KeyCount;

    /// <summary>The choice that some audio is.</summary>
    public static KeyChoice Of(string group, MusicalKey key, ReadOnlySpan<float> mono, double weight)
    {
        HeardPiece heard = HeardPiece.Hear(mono);
        KeyEvidence evidence = KeyEvidence.Gather(heard.Chroma, ChordTrack.Decode(heard.Chroma), heard.Silence);
        var signs = new double[KeyModel.KeyCount][];
        for (int candidate = 0; candidate < signs.Length; candidate++)
        {
            signs[candidate] = new double[KeyModel.SignCount];
            KeyModel.Describe(evidence, candidate, signs[candidate]);
        }

        return new KeyChoice(group, key, signs, weight);
    }

    /// <inheritdoc/>
    public override (int Offset, int Length) Describe(int candidate, Span<double> signs)
    {
        Signs[candidate].CopyTo(signs);
        return (candidate < 12 ? 0 : KeyModel.SignCount, KeyModel.SignCount);
    }

    private static int Index(MusicalKey key) => key.Tonic + (key.Mode == KeyMode.Minor ? 12 : 0);
}
