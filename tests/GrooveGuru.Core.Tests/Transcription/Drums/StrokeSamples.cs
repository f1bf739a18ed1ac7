using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Core.Tests.Transcription.Drums;

/// <summary>Strokes made by hand.</summary>
internal static class StrokeSamples
{
    /// <summary>A stroke of one kind.</summary>
    public static Stroke Of(double seconds, DrumKind kind, float probability, double pitchHz = 200, float levelBel = -1)
    {
        float[] probabilities = new float[DrumModel.KindCount], rises = new float[DrumFraming.LongBands], levels = new float[DrumFraming.LongBands];
        probabilities[(int)kind] = probability;
        Array.Fill(levels, DrumFraming.LeastBel);
        for (int band = 0; band < levels.Length; band++)
        {
            double octaves = Math.Abs(Math.Log2(DrumBands.CentresHz[band] / pitchHz));
            levels[band] = (float)Math.Max(DrumFraming.LeastBel, levelBel - (8 * octaves));
            rises[band] = levels[band] - DrumFraming.LeastBel;
        }

        return new Stroke
        {
            Seconds = seconds,
            Probabilities = probabilities,
            KindSeconds = [.. probabilities.Select(_ => seconds)],
            Rises = rises,
            Levels = levels,
            Falls = [.. levels.Select(_ => 1f)],
        };
    }
}
