namespace GrooveGuru.Core.Rhythm;

/// <summary>The steady tempo behind tracked beats.</summary>
internal static class BeatGrid
{
    private const double Tolerance = 0.03;
    private const int MinBeats = 8;

    /// <summary>Sharpens a tempo by a straight line through the beats, where they keep one.</summary>
    /// <param name="beatsSeconds">Beat times, ascending.</param>
    /// <param name="bpm">The tempo they were tracked with.</param>
    /// <returns>The sharper tempo; the given one where the beats are few or lead away from it.</returns>
    public static double RefineBpm(IReadOnlyList<double> beatsSeconds, double bpm)
    {
        if (beatsSeconds.Count < MinBeats)
        {
            return bpm;
        }

        // Gaps count as the whole number of beats nearest to them.
        double period = 60 / bpm, index = 0;
        double sumX = 0, sumY = 0, sumXx = 0, sumXy = 0;
        for (int beat = 0; beat < beatsSeconds.Count; beat++)
        {
            index += beat == 0 ? 0 : Math.Max(1, Math.Round((beatsSeconds[beat] - beatsSeconds[beat - 1]) / period));
            sumX += index;
            sumY += beatsSeconds[beat];
            sumXx += index * index;
            sumXy += index * beatsSeconds[beat];
        }

        double n = beatsSeconds.Count;
        double slope = ((n * sumXy) - (sumX * sumY)) / ((n * sumXx) - (sumX * sumX));
        double refined = 60 / slope;
        return Math.Abs(refined - bpm) <= Tolerance * bpm ? refined : bpm;
    }
}
