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

    // A told tempo that leaves the beats by no more than this at both ends is laid over all of them, another from the first downbeat on.
    private const double LaidDriftSeconds = 0.05;
    private static readonly double[] RoundSteps = [1, 0.5, 0.1, 0.05, 0.01];

    /// <summary>The tempo of a piece.</summary>
    /// <param name="heard">The beats.</param>
    /// <param name="meter">The bars to write.</param>
    /// <param name="quartersPerBeat">How many quarters a heard beat is: 1, or 1.5 where beats are dotted quarters.</param>
    /// <returns>
    /// The map, bar 1 on the first downbeat, or on the first beat where there is none; <see cref="TempoMap.Unknown"/> with the meter where
    /// there are fewer than four beats.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The meter is out of range.</exception>
    public static TempoMap Of(HeardBeats heard, Meter meter, double quartersPerBeat = 1)
    {
        ArgumentNullException.ThrowIfNull(heard);
        ArgumentNullException.ThrowIfNull(meter);
        meter.Require();
        (double Quarter, double Seconds)[] beats = Counted(heard, quartersPerBeat);
        if (beats.Length < FewestBeats)
        {
            return TempoMap.UnknownIn(meter);
        }

        (double quarterSeconds, double barOneSeconds) = Fit(beats);
        return IsSteady(beats, quarterSeconds, barOneSeconds)
            ? Rounded(beats, quarterSeconds, barOneSeconds, meter)
            : TempoMap.Following(Points(beats, WholeBars(meter, quartersPerBeat)), meter);
    }

    /// <summary>The mean tempo of beats.</summary>
    /// <param name="heard">The beats.</param>
    /// <returns>Beats per minute; null where there are fewer than four beats.</returns>
    public static double? MeanBpm(HeardBeats heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        (double Quarter, double Seconds)[] beats = Counted(heard, 1);
        return beats.Length < FewestBeats ? null : 60 / Fit(beats).QuarterSeconds;
    }

    /// <summary>A tempo that was told, laid so that it fits the beats best.</summary>
    /// <param name="bpm">The tempo, quarters per minute.</param>
    /// <param name="heard">The beats; may be empty.</param>
    /// <param name="meter">The bars to write.</param>
    /// <param name="quartersPerBeat">How many quarters a heard beat is at this tempo; null where its beats are others than those that were heard.</param>
    /// <returns>One tempo; bar 1 on the first downbeat, on the first beat, or at the beginning.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The tempo or the meter is out of range.</exception>
    public static TempoMap Laid(double bpm, HeardBeats heard, Meter meter, double? quartersPerBeat)
    {
        ArgumentNullException.ThrowIfNull(heard);
        (double Quarter, double Seconds)[] beats = Counted(heard, quartersPerBeat ?? 1);
        if (beats.Length < FewestBeats)
        {
            return TempoMap.Steady(bpm, beats.Length == 0 ? 0 : beats[0].Seconds, meter);
        }

        (double quarterSeconds, double barOneSeconds) = Fit(beats);
        double drift = Math.Abs((60 / bpm) - quarterSeconds) * (beats[^1].Quarter - beats[0].Quarter) / 2;
        return quartersPerBeat is not null && drift <= LaidDriftSeconds
            ? TempoMap.Steady(bpm, beats.Average(beat => beat.Seconds - (beat.Quarter * 60 / bpm)), meter)
            : TempoMap.Steady(bpm, barOneSeconds, meter);
    }

    // Beats that the tracker left out are counted all the same.
    private static (double Quarter, double Seconds)[] Counted(HeardBeats heard, double quartersPerBeat)
    {
        (IReadOnlyList<double> beats, IReadOnlyList<double> downbeats) = (heard.BeatsSeconds, heard.DownbeatsSeconds);
        if (beats.Count == 0)
        {
            return [];
        }

        double[] gaps = [.. beats.Skip(1).Zip(beats, (next, beat) => next - beat).Order()];
        double usual = gaps.Length == 0 ? 1 : gaps[gaps.Length / 2];
        var counted = new (int Beat, double Seconds)[beats.Count];
        counted[0] = (0, beats[0]);
        for (int index = 1; index < counted.Length; index++)
        {
            int step = Math.Max(1, (int)Math.Round((beats[index] - beats[index - 1]) / usual));
            counted[index] = (counted[index - 1].Beat + step, beats[index]);
        }

        int first = downbeats.Count == 0 ? 0 : counted.MinBy(beat => Math.Abs(beat.Seconds - downbeats[0])).Beat;
        return [.. counted.Select(beat => ((beat.Beat - first) * quartersPerBeat, beat.Seconds))];
    }

    private static (double QuarterSeconds, double BarOneSeconds) Fit((double Quarter, double Seconds)[] beats)
    {
        double meanQuarter = beats.Average(beat => beat.Quarter), meanSeconds = beats.Average(beat => beat.Seconds);
        double slope = beats.Sum(beat => (beat.Quarter - meanQuarter) * (beat.Seconds - meanSeconds))
            / beats.Sum(beat => (beat.Quarter - meanQuarter) * (beat.Quarter - meanQuarter));
        return (slope, meanSeconds - (slope * meanQuarter));
    }

    private static bool IsSteady((double Quarter, double Seconds)[] beats, double quarterSeconds, double barOneSeconds)
    {
        double[] late = [.. beats.Select(beat => beat.Seconds - barOneSeconds - (beat.Quarter * quarterSeconds))];
        double spread = Math.Sqrt(late.Average(value => value * value));
        int window = Math.Min(SmoothBeats, late.Length);
        double drift = Enumerable.Range(0, late.Length - window + 1).Max(start => Math.Abs(late.AsSpan(start, window).ToArray().Average()));
        return spread <= SteadySpreadSeconds && drift <= SteadyDriftSeconds;
    }

    private static TempoMap Rounded((double Quarter, double Seconds)[] beats, double quarterSeconds, double barOneSeconds, Meter meter)
    {
        double bpm = 60 / quarterSeconds;
        double reach = (beats[^1].Quarter - beats[0].Quarter) / 2.0;
        foreach (double step in RoundSteps)
        {
            double round = Math.Round(bpm / step) * step;
            if (round > 0 && Math.Abs((60 / round) - quarterSeconds) * reach <= RoundingSeconds)
            {
                // Turned around its middle, where it errs least.
                double middle = beats.Average(beat => beat.Quarter);
                return TempoMap.Steady(round, barOneSeconds + (middle * (quarterSeconds - (60 / round))), meter);
            }
        }

        return TempoMap.Steady(bpm, barOneSeconds, meter);
    }

    // Where bars begin between which the beats are even; all beats of a bar that is not, and of what is left over at the ends.
    private static List<(double Quarters, double Seconds)> Points((double Quarter, double Seconds)[] beats, double barQuarters)
    {
        List<(double, double)> points = [];
        int index = 0;
        while (index < beats.Length)
        {
            points.Add(beats[index]);
            index = beats[index].Quarter % barQuarters == 0 ? EvenUntil(beats, index, barQuarters) : index + 1;
        }

        return points;
    }

    // As few bars as have a whole number of beats, quarters: two of 7/8, one of 3/4.
    private static double WholeBars(Meter meter, double quartersPerBeat)
    {
        int bars = 1;
        while (bars * meter.QuartersPerBar / quartersPerBeat % 1 != 0 && bars < MostBars)
        {
            bars++;
        }

        return bars * meter.QuartersPerBar;
    }

    private static int EvenUntil((double Quarter, double Seconds)[] beats, int index, double barQuarters)
    {
        int until = index + 1;
        for (int bars = 1; bars <= MostBars; bars++)
        {
            int next = Array.FindIndex(beats, index, beat => beat.Quarter == beats[index].Quarter + (bars * barQuarters));
            if (next < 0 || !IsEven(beats.AsSpan(index, next - index + 1), bars == 1 ? UnevenBarSeconds : UnevenBarsSeconds))
            {
                break;
            }

            until = next;
        }

        return until;
    }

    private static bool IsEven(ReadOnlySpan<(double Quarter, double Seconds)> bar, double uneven)
    {
        double quarterSeconds = (bar[^1].Seconds - bar[0].Seconds) / (bar[^1].Quarter - bar[0].Quarter);
        foreach ((double quarter, double seconds) in bar)
        {
            if (Math.Abs(seconds - bar[0].Seconds - ((quarter - bar[0].Quarter) * quarterSeconds)) > uneven)
            {
                return false;
            }
        }

        return true;
    }
}
