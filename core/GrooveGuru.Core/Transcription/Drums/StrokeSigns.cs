namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>What strokes are compared by: their timbre as cepstra, how they die away, and what the model hears in them.</summary>
internal static class StrokeSigns
{
    private const int TimbreCount = 12;
    private const int ColourCount = 8;
    private const int FallCount = 11;
    private const float ColourWeight = 0.3f;
    private const float AnswerWeight = 0.35f;
    private const float MostRise = 2.5f;
    private const float LeastOdds = 0.001f;

    /// <summary>Signs of a stroke.</summary>
    public const int Count = TimbreCount + ColourCount + FallCount;

    /// <summary>Measures the signs of a stroke.</summary>
    /// <param name="stroke">The stroke.</param>
    /// <returns>[<see cref="Count"/> + kinds]</returns>
    public static float[] Of(Stroke stroke)
    {
        float[] signs = new float[Count + DrumModel.KindCount];
        Cepstrum(stroke.Rises, 0, MostRise, 1, signs.AsSpan(0, TimbreCount));
        Cepstrum(stroke.Levels, -5, 2, ColourWeight, signs.AsSpan(TimbreCount, ColourCount));
        const int bands = DrumFraming.LongBands / FallCount;
        for (int fall = 0; fall < FallCount; fall++)
        {
            for (int band = fall * bands; band < (fall + 1) * bands; band++)
            {
                signs[TimbreCount + ColourCount + fall] += Math.Clamp(stroke.Falls[band], -0.5f, MostRise) / bands;
            }
        }

        for (int kind = 0; kind < DrumModel.KindCount; kind++)
        {
            signs[Count + kind] = AnswerWeight * LogOdds(stroke.Probabilities[kind]);
        }

        return signs;
    }

    /// <summary>Log odds of a probability, kept from infinity.</summary>
    public static float LogOdds(float probability)
    {
        float chance = Math.Clamp(probability, LeastOdds, 1 - LeastOdds);
        return MathF.Log(chance / (1 - chance));
    }

    // Orthonormal cosine transform, type II, without its first number: that is the level.
    private static void Cepstrum(float[] values, float least, float most, float weight, Span<float> cepstrum)
    {
        for (int order = 0; order < cepstrum.Length; order++)
        {
            double sum = 0;
            for (int band = 0; band < values.Length; band++)
            {
                sum += Math.Clamp(values[band], least, most) * Cosines[(order * values.Length) + band];
            }

            cepstrum[order] = weight * (float)sum;
        }
    }

    private static readonly double[] Cosines =
    [
        .. Enumerable.Range(1, TimbreCount).SelectMany(order => Enumerable.Range(0, DrumFraming.LongBands).Select(band =>
            Math.Sqrt(2.0 / DrumFraming.LongBands) * Math.Cos(Math.PI * order * (band + 0.5) / DrumFraming.LongBands))),
    ];
}
