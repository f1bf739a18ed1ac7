using System.Numerics.Tensors;

namespace GrooveGuru.Core.Tonality;

/// <summary>What tells a key, in shares of the time or of the chord changes; each from C [12].</summary>
internal sealed class KeyEvidence
{
    // 1.5 s and 1.9 s of sounding frames of 93 ms.
    private const int EdgeFrames = 16;
    private const int OpeningBassFrames = 20;
    private const float UnclearShare = 0.8f;
    private const double SeventhWeight = 1.5;

    private KeyEvidence(double[] chroma) => Chroma = chroma;

    /// <summary>Mean chroma, sum 1.</summary>
    public double[] Chroma { get; }

    /// <summary>Share of each major triad, with or without a seventh, in the opening chords.</summary>
    public double[] OpeningMajor { get; } = new double[12];

    /// <summary>Share of each minor triad in the opening chords.</summary>
    public double[] OpeningMinor { get; } = new double[12];

    /// <summary>Share of each major triad, with or without a seventh, in the closing chords.</summary>
    public double[] ClosingMajor { get; } = new double[12];

    /// <summary>Share of each minor triad in the closing chords.</summary>
    public double[] ClosingMinor { get; } = new double[12];

    /// <summary>Share of the chord changes that fall by a fifth from a major chord to this major chord; from a seventh they count 1.5.</summary>
    public double[] CadencesToMajor { get; } = new double[12];

    /// <summary>The same to this minor chord.</summary>
    public double[] CadencesToMinor { get; } = new double[12];

    /// <summary>Mean bass of the opening, sum 1 or less.</summary>
    public double[] OpeningBass { get; } = new double[12];

    /// <summary>Gathers the evidence of a piece.</summary>
    /// <param name="chroma">The frames, finished.</param>
    /// <param name="chords">The chords of the same frames.</param>
    public static KeyEvidence Gather(ChromaExtractor chroma, ChordTrack chords)
    {
        var evidence = new KeyEvidence(chroma.Mean());
        int[] sounding = [.. Enumerable.Range(0, chroma.FrameCount).Where(frame => chroma.IsSounding(frame))];
        AddEdge(chords, sounding.Take(EdgeFrames), evidence.OpeningMajor, evidence.OpeningMinor);
        AddEdge(chords, sounding.TakeLast(EdgeFrames), evidence.ClosingMajor, evidence.ClosingMinor);
        evidence.AddCadences(chords.Path);
        evidence.AddBass(chroma, sounding.Take(OpeningBassFrames));
        return evidence;
    }

    private static void AddEdge(ChordTrack chords, IEnumerable<int> frames, double[] major, double[] minor)
    {
        int count = 0;
        foreach (int frame in frames)
        {
            ReadOnlySpan<float> likelihoods = chords.Likelihoods(frame);
            if (likelihoods[ChordModel.NoChord] > UnclearShare)
            {
                continue;
            }

            count++;
            for (int root = 0; root < 12; root++)
            {
                major[root] += likelihoods[root] + likelihoods[24 + root];
                minor[root] += likelihoods[12 + root];
            }
        }

        TensorPrimitives.Divide(major, Math.Max(1, count), major);
        TensorPrimitives.Divide(minor, Math.Max(1, count), minor);
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
