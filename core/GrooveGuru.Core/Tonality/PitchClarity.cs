using System.Numerics.Tensors;

namespace GrooveGuru.Core.Tonality;

/// <summary>Whether what was heard has pitches that a key can be told from.</summary>
internal static class PitchClarity
{
    // How closely partials keep to one tuning: noise, speech, whales and glides reach 0.03, drums 0.07, most played music 0.15 and
    // more. Choirs can fall to 0.08; what tells them from drums is that nearly all their frames are chords.
    private const double MinConcentration = 0.12;
    private const double MinConcentrationOfChords = 0.04;
    private const double MaxNoChordShare = 0.05;

    // How alike neighbouring frames are: of glides, which can dwell near one tuning by chance, 0.2 to 0.78, of played music 0.9.
    private const double MinSteadiness = 0.84;

    // How alike the frames are to their mean: of a held sound or chord more than this, of the calmest chorale 0.95.
    private const double HeldSimilarity = 0.99;

    /// <summary>Whether there are clear pitches: notes of one tuning that stay for a while.</summary>
    /// <param name="chroma">The frames, finished.</param>
    /// <param name="chords">The chords of the same frames.</param>
    public static bool HasPitches(ChromaExtractor chroma, ChordTrack chords)
    {
        double concentration = chroma.TuningConcentration;
        return (concentration >= MinConcentration
                || (concentration >= MinConcentrationOfChords && chords.MeanNoChord(chroma) <= MaxNoChordShare))
            && Steadiness(chroma) >= MinSteadiness;
    }

    /// <summary>Whether one sound or chord is held throughout.</summary>
    /// <param name="chroma">The frames, finished.</param>
    /// <param name="mean">Their mean [12].</param>
    public static bool IsHeld(ChromaExtractor chroma, double[] mean)
    {
        float[] direction = Array.ConvertAll(mean, weight => (float)weight);
        double sum = 0;
        int count = 0;
        for (int frame = 0; frame < chroma.FrameCount; frame++)
        {
            if (chroma.IsSounding(frame))
            {
                sum += TensorPrimitives.CosineSimilarity(chroma.Frame(frame), direction);
                count++;
            }
        }

        return count == 0 || sum / count > HeldSimilarity;
    }

    private static double Steadiness(ChromaExtractor chroma)
    {
        double sum = 0;
        int count = 0;
        for (int frame = 1; frame < chroma.FrameCount; frame++)
        {
            if (chroma.IsSounding(frame - 1) && chroma.IsSounding(frame))
            {
                sum += TensorPrimitives.CosineSimilarity(chroma.Frame(frame - 1), chroma.Frame(frame));
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }
}
