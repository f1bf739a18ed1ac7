using System.Numerics.Tensors;

namespace GrooveGuru.Core.Tonality;

/// <summary>What tells a key, in shares of the time or of the chord changes; each from C [12].</summary>
internal sealed class KeyEvidence
{
    // 1.5 s and 1.9 s of sounding frames of 93 ms.
    private const int EdgeFrames = 16;
    private const int OpeningBassFrames = 20;
    private const double SeventhWeight = 1.5;

    private KeyEvidence(double[] chroma, ChordShares whole, ChordShares opening, ChordShares closing) =>
        (Chroma, Whole, Opening, Closing) = (chroma, whole, opening, closing);

    /// <summary>Mean chroma, sum 1.</summary>
    public double[] Chroma { get; }

    /// <summary>The chords of all that was heard.</summary>
    public ChordShares Whole { get; }

    /// <summary>The chords that open the piece; all 0 where the audio begins in the middle.</summary>
    public ChordShares Opening { get; }

    /// <summary>The chords that close the piece; all 0 where the audio ends in the middle.</summary>
    public ChordShares Closing { get; }

    /// <summary>Share of the chord changes that fall by a fifth from a major chord to this major chord; from a seventh they count 1.5.</summary>
    public double[] CadencesToMajor { get; } = new double[12];

    /// <summary>The same to this minor chord.</summary>
    public double[] CadencesToMinor { get; } = new double[12];

    /// <summary>Mean bass of the opening, sum 1 or less; all 0 where the audio begins in the middle.</summary>
    public double[] OpeningBass { get; } = new double[12];

    /// <summary>Gathers the evidence of a piece.</summary>
    /// <param name="chroma">The frames, finished.</param>
    /// <param name="chords">The chords of the same frames.</param>
    /// <param name="silence">Whether the audio begins and ends as a piece does.</param>
    public static KeyEvidence Gather(ChromaExtractor chroma, ChordTrack chords, EdgeSilence silence)
    {
        int[] sounding = [.. Enumerable.Range(0, chroma.FrameCount).Where(frame => chroma.IsSounding(frame))];
        int[] first = silence.AtStart ? sounding : [], last = silence.AtEnd ? sounding : [];
        var evidence = new KeyEvidence(
            chroma.Mean(),
            ChordShares.Of(chords, sounding),
            ChordShares.Of(chords, first.Take(EdgeFrames)),
            ChordShares.Of(chords, last.TakeLast(EdgeFrames)));
        evidence.AddCadences(chords.Path);
        evidence.AddBass(chroma, first.Take(OpeningBassFrames));
        return evidence;
    }

    private void AddCadences(IReadOnlyList<int> path)
    {
        int before = -1, changes = 0;
        foreach (int chord in path)
        {
            if (chord == ChordModel.NoChord || chord == before)
            {
                continue;
            }

            if (before >= 0)
            {
                changes++;
                bool isDominant = before / 12 is (int)ChordQuality.Major or (int)ChordQuality.Seventh;
                if (isDominant && chord / 12 <= (int)ChordQuality.Minor && (before - chord + 60) % 12 == 7)
                {
                    (chord < 12 ? CadencesToMajor : CadencesToMinor)[chord % 12] += before < 12 ? 1 : SeventhWeight;
                }
            }

            before = chord;
        }

        TensorPrimitives.Divide(CadencesToMajor, Math.Max(1, changes), CadencesToMajor);
        TensorPrimitives.Divide(CadencesToMinor, Math.Max(1, changes), CadencesToMinor);
    }

    private void AddBass(ChromaExtractor chroma, IEnumerable<int> frames)
    {
        int count = 0;
        foreach (int frame in frames)
        {
            ReadOnlySpan<float> bass = chroma.Bass(frame);
            float sum = TensorPrimitives.Sum(bass);
            if (sum > 0)
            {
                count++;
                for (int pitch = 0; pitch < 12; pitch++)
                {
                    OpeningBass[pitch] += bass[pitch] / sum;
                }
            }
        }

        TensorPrimitives.Divide(OpeningBass, Math.Max(1, count), OpeningBass);
    }
}
