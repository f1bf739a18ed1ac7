namespace GrooveGuru.Core.Arrangement;

/// <summary>How late the off-beats of a performance come.</summary>
public static class Swing
{
    // A straight off-beat lies at 0.5; behind 0.72 it belongs to the next smaller note value.
    private const double Earliest = 0.4, Latest = 0.72, StraightUpTo = 0.525;
    private const double AgreementRatio = 0.06;
    private const int FewestOffBeats = 4;

    /// <summary>Measures the swing of a note value.</summary>
    /// <param name="onsetTicks">Where notes start, ticks from bar 1.</param>
    /// <param name="stepTicks">The note value, ticks.</param>
    /// <returns>The ratio for <see cref="BeatGrid.SwingRatio"/>; straight where there are too few off-beats, or they do not agree.</returns>
    public static double Measure(IReadOnlyList<double> onsetTicks, long stepTicks)
    {
        ArgumentNullException.ThrowIfNull(onsetTicks);
        double pair = 2.0 * stepTicks;
        double[] offBeats = [.. onsetTicks.Select(ticks => (ticks / pair) - Math.Floor(ticks / pair)).Where(phase => phase is > Earliest and < Latest).Order()];
        if (offBeats.Length < FewestOffBeats)
        {
            return BeatGrid.Straight;
        }

        double median = offBeats[offBeats.Length / 2];
        double spread = offBeats.Select(phase => Math.Abs(phase - median)).Order().ElementAt(offBeats.Length / 2);
        return median > StraightUpTo && spread <= AgreementRatio ? median : BeatGrid.Straight;
    }
}
