using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Fitting.Tonality;

/// <summary>The chord of a frame.</summary>
/// <param name="All">Its pitch classes, twice in a row [24].</param>
/// <param name="Bass">The same of its bass.</param>
/// <param name="LogLevel">Logarithm of its level.</param>
/// <param name="Right">The class of its chord.</param>
internal sealed record ChordChoice(float[] All, float[] Bass, float LogLevel, int Right) : Choice(Right, 1)
{
    /// <summary>Kinds of chord, each with weights of its own.</summary>
    public const int KindCount = 4;

    /// <summary>Where the weights of no chord begin.</summary>
    public const int NoChordOffset = KindCount * ChordModel.KindLength;

    /// <summary>Weights of no chord: its own, of flatness, of level.</summary>
    public const int NoChordLength = 3;

    /// <inheritdoc/>
    public override int CandidateCount => ChordModel.ClassCount;

    /// <summary>The choice that a frame is.</summary>
    public static ChordChoice Of(ChromaExtractor chroma, int frame, int right)
    {
        float[] all = new float[24], bass = new float[24];
        if (chroma.IsSounding(frame))
        {
            ChordModel.Unroll(chroma.Frame(frame), all);
            ChordModel.Unroll(chroma.Bass(frame), bass);
        }

        return new ChordChoice(all, bass, ChordModel.LogLevel(chroma.Level(frame)), right);
    }

    /// <inheritdoc/>
    public override (int Offset, int Length) Describe(int candidate, Span<double> signs)
    {
        if (candidate == ChordModel.NoChord)
        {
            (signs[0], signs[1], signs[2]) = (1, ChordModel.Flatness(All), LogLevel);
            return (NoChordOffset, NoChordLength);
        }

        int root = candidate % 12;
        for (int degree = 0; degree < 12; degree++)
        {
            signs[degree] = All[root + degree];
            signs[12 + degree] = Bass[root + degree];
        }

        signs[24] = 1;
        return (candidate / 12 * ChordModel.KindLength, ChordModel.KindLength);
    }
}
