namespace GrooveGuru.Core.Arrangement;

/// <summary>Finds the note value that a performance moves in.</summary>
/// <remarks>
/// The shortest description wins: naming the place of a note costs more the finer the grid is, and every distance from the place costs by a
/// normal distribution with tails, the width of which is how exactly people play and onsets are heard.
/// </remarks>
public static class GridFinder
{
    private const double TimingSeconds = 0.022;
    private const double LargestCost = 4.5;

    private static readonly QuantiseGrid[] Candidates =
    [
        QuantiseGrid.Quarter, QuantiseGrid.Eighth, QuantiseGrid.EighthTriplet,
        QuantiseGrid.Sixteenth, QuantiseGrid.SixteenthTriplet, QuantiseGrid.ThirtySecond,
    ];

    /// <summary>The grid of these notes.</summary>
    /// <param name="onsetTicks">Where they start, ticks from bar 1.</param>
    /// <param name="ticksPerSecond">The tempo.</param>
    /// <returns>The grid with its swing; sixteenths where there are no notes.</returns>
    public static BeatGrid Find(IReadOnlyList<double> onsetTicks, double ticksPerSecond)
    {
        ArgumentNullException.ThrowIfNull(onsetTicks);
        if (onsetTicks.Count == 0)
        {
            return BeatGrid.Of(QuantiseGrid.Sixteenth);
        }

        double width = TimingSeconds * ticksPerSecond;
        return Candidates.SelectMany(candidate => WithSwing(candidate, onsetTicks)).MinBy(grid => Cost(grid, onsetTicks, width))!;
    }

    /// <summary>A grid with the swing that these notes have on it.</summary>
    /// <param name="grid">The note value, not <see cref="QuantiseGrid.Auto"/>.</param>
    /// <param name="onsetTicks">Where the notes start, ticks from bar 1.</param>
    public static BeatGrid Swung(QuantiseGrid grid, IReadOnlyList<double> onsetTicks)
    {
        BeatGrid straight = BeatGrid.Of(grid);
        return straight.MaySwing ? straight with { SwingRatio = Swing.Measure(onsetTicks, straight.StepTicks) } : straight;
    }

    private static IEnumerable<BeatGrid> WithSwing(QuantiseGrid candidate, IReadOnlyList<double> onsetTicks)
    {
        yield return BeatGrid.Of(candidate);
        BeatGrid swung = Swung(candidate, onsetTicks);
        if (swung.SwingRatio != BeatGrid.Straight)
        {
            yield return swung;
        }
    }

    private static double Cost(BeatGrid grid, IReadOnlyList<double> onsetTicks, double width)
    {
        double places = onsetTicks.Count * Math.Log(grid.PlacesPerQuarter);
        double swing = grid.SwingRatio == BeatGrid.Straight ? 0 : 1 + (0.5 * Math.Log(onsetTicks.Count));
        double distances = onsetTicks.Sum(ticks =>
        {
            double distance = (ticks - grid.Nearest(ticks)) / width;
            return Math.Min(LargestCost, 0.5 * distance * distance);
        });
        return places + swing + distances;
    }
}
