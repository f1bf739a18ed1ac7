namespace GrooveGuru.Core.Arrangement;

/// <summary>
/// The tempo that a musician would write over tracked beats: one number where the piece was made to a click, otherwise a tempo for as many
/// bars as stay even, and for each beat where a bar is not.
/// </summary>
/// <remarks>
/// A tracker hears each beat some milliseconds early or late, about 4 to 12 (standard deviation) on rendered and produced music. The mean of
/// eight beats in a row is much calmer: it stays within 9 ms of an even grid on music with a click and leaves it by 30 ms where people play
/// freely. That is what is asked whether the tempo is one.
/// </remarks>
public static class BeatTempo
{
    private const int SmoothBeats = 8;
    private const double SteadyDriftSeconds = 0.018, SteadySpreadSeconds = 0.02;
    private const double UnevenBarSeconds = 0.025, UnevenBarsSeconds = 0.018;
    private const int MostBars = 32;
    private const int FewestBeats = 4;

    // A tempo of a round number is taken where the beats at both ends move by less than this.
    private const double RoundingSeconds = 0.012;
    private static readonly double[] RoundSteps = [1, 0.5, 0.1, 0.05, 0.01];

    /// <summary>The tempo of a piece.</summary>
    /// <param name="beatsSeconds">Beats, s, ascending; each is a quarter.</param>
    /// <param name="downbeatsSeconds">Those that begin a bar; where empty, bars are counted from the first beat.</param>
    /// <param name="beatsPerBar">Beats in a bar, 1 to 255.</param>
    /// <returns>The map, bar 1 on the first downbeat; <see cref="TempoMap.Unknown"/> where there are fewer than four beats.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The beats in a bar are out of range.</exception>
    public static TempoMap Of(IReadOnlyList<double> beatsSeconds, IReadOnlyList<double> downbeatsSeconds, int beatsPerBar)
    {
        ArgumentNullException.ThrowIfNull(beatsSeconds);
        ArgumentNullException.ThrowIfNull(downbeatsSeconds);
        Meter meter = new(beatsPerBar);
        meter.Require();
        (int Quarter, double Seconds)[] beats = Counted(beatsSeconds, downbeatsSeconds);
        if (beats.Length < FewestBeats)
        {
            return TempoMap.Unknown;
        }

        (double quarterSeconds, double barOneSeconds) = Fit(beats);
        return IsSteady(beats, quarterSeconds, barOneSeconds)
            ? Rounded(beats, quarterSeconds, barOneSeconds, meter)
            : TempoMap.Following(Points(beats, beatsPerBar), meter);
    }

    /// <summary>A tempo that was told, laid so that it fits the beats best.</summary>
    /// <param name="bpm">The tempo, BPM.</param>
    /// <param name="beatsSeconds">Beats, s, ascending; may be empty.</param>
    /// <param name="downbeatsSeconds">Those that begin a bar.</param>
    /// <param name="beatsPerBar">Beats in a bar, 1 to 255.</param>
    /// <returns>One tempo; bar 1 on the first downbeat, on the first beat, or at the beginning.</returns>
    public static TempoMap Told(double bpm, IReadOnlyList<double> beatsSeconds, IReadOnlyList<double> downbeatsSeconds, int beatsPerBar)
    {
        ArgumentNullException.ThrowIfNull(beatsSeconds);
        ArgumentNullException.ThrowIfNull(downbeatsSeconds);
        Meter meter = new(beatsPerBar);
        const double SameTempo = 0.02;
        (int Quarter, double Seconds)[] beats = Counted(beatsSeconds, downbeatsSeconds);
        if (beats.Length == 0)
        {
            return TempoMap.Steady(bpm, 0, meter);
        }

        if (beats.Length >= FewestBeats)
        {
            (double quarterSeconds, double barOneSeconds) = Fit(beats);
            return Math.Abs((60 / bpm / quarterSeconds) - 1) < SameTempo
                ? TempoMap.Steady(bpm, beats.Average(beat => beat.Seconds - (beat.Quarter * 60 / bpm)), meter)
                : TempoMap.Steady(bpm, barOneSeconds, meter);
        }

        return TempoMap.Steady(bpm, beats[0].Seconds, meter);
    }

    // Beats that the tracker left out are counted all the same.
    private static (int Quarter, double Seconds)[] Counted(IReadOnlyList<double> beats, IReadOnlyList<double> downbeats)
    {
        if (beats.Count == 0)
        {
            return [];
        }

        double[] gaps = [.. beats.Skip(1).Zip(beats, (next, beat) => next - beat).Order()];
        double usual = gaps.Length == 0 ? 1 : gaps[gaps.Length / 2];
        var counted = new (int Quarter, double Seconds)[beats.Count];
        counted[0] = (0, beats[0]);
        for (int index = 1; index < counted.Length; index++)
        {
            int step = Math.Max(1, (int)Math.Round((beats[index] - beats[index - 1]) / usual));
            counted[index] = (counted[index - 1].Quarter + step, beats[index]);
        }

        int first = downbeats.Count == 0 ? 0 : counted.MinBy(beat => Math.Abs(beat.Seconds - downbeats[0])).Quarter;
        return [.. counted.Select(beat => (beat.Quarter - first, beat.Seconds))];
    }

    private static (double QuarterSeconds, double BarOneSeconds) Fit((int Quarter, double Seconds)[] beats)
    {
        double meanQuarter = beats.Average(beat => (double)beat.Quarter), meanSeconds = beats.Average(beat => beat.Seconds);
        double slope = beats.Sum(beat => (beat.Quarter - meanQuarter) * (beat.Seconds - meanSeconds))
            / beats.Sum(beat => (beat.Quarter - meanQuarter) * (beat.Quarter - meanQuarter));
        return (slope, meanSeconds - (slope * meanQuarter));
    }

    private static bool IsSteady((int Quarter, double Seconds)[] beats, double quarterSeconds, double barOneSeconds)
    {
        double[] late = [.. beats.Select(beat => beat.Seconds - barOneSeconds - (beat.Quarter * quarterSeconds))];
        double spread = Math.Sqrt(late.Average(value => value * value));
        int window = Math.Min(SmoothBeats, late.Length);
        double drift = Enumerable.Range(0, late.Length - window + 1).Max(start => Math.Abs(late.AsSpan(start, window).ToArray().Average()));
        return spread <= SteadySpreadSeconds && drift <= SteadyDriftSeconds;
    }

    private static TempoMap Rounded((int Quarter, double Seconds)[] beats, double quarterSeconds, double barOneSeconds, Meter meter)
    {
        double bpm = 60 / quarterSeconds;
        double reach = (beats[^1].Quarter - beats[0].Quarter) / 2.0;
        foreach (double step in RoundSteps)
        {
            double round = Math.Round(bpm / step) * step;
            if (round > 0 && Math.Abs((60 / round) - quarterSeconds) * reach <= RoundingSeconds)
            {
                // Turned around its middle, where it errs least.
                double middle = beats.Average(beat => (double)beat.Quarter);
                return TempoMap.Steady(round, barOneSeconds + (middle * (quarterSeconds - (60 / round))), meter);
            }
        }

        return TempoMap.Steady(bpm, barOneSeconds, meter);
    }

    // Where bars begin between which the beats are even; all beats of a bar that is not, and of what is left over at the ends.
    private static List<(int Quarters, double Seconds)> Points((int Quarter, double Seconds)[] beats, int beatsPerBar)
    {
        List<(int, double)> points = [];
        int index = 0;
        while (index < beats.Length)
        {
            points.Add(beats[index]);
            index = beats[index].Quarter % beatsPerBar == 0 ? EvenUntil(beats, index, beatsPerBar) : index + 1;
        }

        return points;
    }

    private static int EvenUntil((int Quarter, double Seconds)[] beats, int index, int beatsPerBar)
    {
        int until = index + 1;
        for (int bars = 1; bars <= MostBars; bars++)
        {
            int next = Array.FindIndex(beats, index, beat => beat.Quarter == beats[index].Quarter + (bars * beatsPerBar));
            if (next < 0 || !IsEven(beats.AsSpan(index, next - index + 1), bars == 1 ? UnevenBarSeconds : UnevenBarsSeconds))
            {
                break;
            }

            until = next;
        }

        return until;
    }

    private static bool IsEven(ReadOnlySpan<(int Quarter, double Seconds)> bar, double uneven)
    {
        double quarterSeconds = (bar[^1].Seconds - bar[0].Seconds) / (bar[^1].Quarter - bar[0].Quarter);
        foreach ((int quarter, double seconds) in bar)
        {
            if (Math.Abs(seconds - bar[0].Seconds - ((quarter - bar[0].Quarter) * quarterSeconds)) > uneven)
            {
                return false;
            }
        }

        return true;
    }
}
