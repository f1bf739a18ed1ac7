using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Arrangement;

/// <summary>
/// Which time of a recording is which place among the beats. Places are ticks from bar 1, which may be negative; between its points, before
/// the first and behind the last the tempo stays as it is.
/// </summary>
public sealed class TempoMap
{
    private const double MicrosecondsPerSecond = 1e6;

    // Ascending; the tempo of each holds until the next. Times are exactly those that a MIDI file's whole microseconds give.
    private readonly (long Ticks, double Seconds, int MicrosecondsPerQuarter)[] _points;

    private TempoMap((long Ticks, double Seconds, int MicrosecondsPerQuarter)[] points, Meter meter, bool isKnown)
    {
        _points = points;
        Meter = meter;
        IsKnown = isKnown;
    }

    /// <summary>Beats in a bar.</summary>
    public Meter Meter { get; }

    /// <summary>Whether a tempo was heard or told; otherwise the places only stand for times.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether one tempo holds throughout.</summary>
    public bool IsSteady => _points.Length == 1;

    /// <summary>Tempo at bar 1, quarter notes per minute.</summary>
    public double Bpm => Tempo(PointAt(0)).Bpm;

    /// <summary>Mean length of a second, ticks.</summary>
    public double TicksPerSecond => IsSteady
        ? MidiSong.DefaultTicksPerQuarter * MicrosecondsPerSecond / _points[0].MicrosecondsPerQuarter
        : (_points[^1].Ticks - _points[0].Ticks) / (_points[^1].Seconds - _points[0].Seconds);

    /// <summary>One tempo.</summary>
    /// <param name="bpm">Quarter notes per minute; what a MIDI file can hold (3.6 and up).</param>
    /// <param name="barOneSeconds">Where bar 1 begins in the recording, s; finite.</param>
    /// <param name="meter">Beats in a bar.</param>
    /// <exception cref="ArgumentOutOfRangeException">Tempo, time or meter are out of range.</exception>
    public static TempoMap Steady(double bpm, double barOneSeconds, Meter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        meter.Require();
        RequireFinite(barOneSeconds);
        return new TempoMap([(0, barOneSeconds, MidiTempoChange.FromBpm(0, bpm).MicrosecondsPerQuarter)], meter, isKnown: true);
    }

    /// <summary>No tempo was found: 120 BPM from the recording's beginning, so that times can be kept.</summary>
    public static TempoMap Unknown { get; } = UnknownIn(Meter.Common);

    /// <summary>No tempo was found, but the bars are known.</summary>
    /// <param name="meter">Beats in a bar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The meter is out of range.</exception>
    public static TempoMap UnknownIn(Meter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        meter.Require();
        return new([(0, 0, MidiTempoChange.FromBpm(0, MidiSong.DefaultTempoBpm).MicrosecondsPerQuarter)], meter, isKnown: false);
    }

    /// <summary>A tempo that follows a performance.</summary>
    /// <param name="points">Places, quarters from bar 1 (halves of them at the smallest), with their times, s; both ascending, two or more.</param>
    /// <param name="meter">Beats in a bar.</param>
    /// <exception cref="ArgumentException">There are fewer than two points, or they do not ascend.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A tempo between them is none that a MIDI file can hold, or the meter is out of range.</exception>
    public static TempoMap Following(IReadOnlyList<(double Quarters, double Seconds)> points, Meter meter)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(meter);
        meter.Require();
        if (points.Count < 2)
        {
            throw new ArgumentException("A tempo needs two points.", nameof(points));
        }

        var map = new (long, double, int)[points.Count - 1];
        double seconds = points[0].Seconds;
        RequireFinite(seconds);
        for (int index = 0; index < map.Length; index++)
        {
            (double from, double to) = (points[index].Quarters, points[index + 1].Quarters);
            RequireFinite(points[index + 1].Seconds);
            if (to <= from || points[index + 1].Seconds <= points[index].Seconds)
            {
                throw new ArgumentException("The points of a tempo ascend.", nameof(points));
            }

            // From where the file's own clock stands, so that what is rounded away does not add up.
            double quarterSeconds = (points[index + 1].Seconds - seconds) / (to - from);
            int microseconds = MidiTempoChange.FromBpm(0, 60 / quarterSeconds).MicrosecondsPerQuarter;
            map[index] = ((long)Math.Round(from * MidiSong.DefaultTicksPerQuarter), seconds, microseconds);
            seconds += (to - from) * microseconds / MicrosecondsPerSecond;
        }

        return new TempoMap(map, meter, isKnown: true);
    }

    /// <summary>The place of a time.</summary>
    /// <param name="seconds">Time in the recording, s.</param>
    /// <returns>Ticks from bar 1, not rounded; negative before it.</returns>
    public double TicksAt(double seconds)
    {
        int index = Math.Max(0, Ascending.LastUpTo(_points.Length, point => _points[point].Seconds, seconds));
        var (ticks, from, microseconds) = _points[index];
        return ticks + ((seconds - from) * MicrosecondsPerSecond * MidiSong.DefaultTicksPerQuarter / microseconds);
    }

    /// <summary>The time of a place.</summary>
    /// <param name="ticks">Ticks from bar 1.</param>
    /// <returns>Time in the recording, s.</returns>
    public double SecondsAt(double ticks)
    {
        var (from, seconds, microseconds) = _points[PointAt(ticks)];
        return seconds + ((ticks - from) * microseconds / MicrosecondsPerSecond / MidiSong.DefaultTicksPerQuarter);
    }

    /// <summary>The tempo changes of a file that begins at a place.</summary>
    /// <param name="startTicks">The place, ticks from bar 1.</param>
    /// <returns>Changes with their places from the file's beginning; the first at 0, none that changes nothing.</returns>
    public IReadOnlyList<MidiTempoChange> Changes(long startTicks)
    {
        List<MidiTempoChange> changes = [Tempo(PointAt(startTicks))];
        foreach (var point in _points.Where(point => point.Ticks > startTicks && point.MicrosecondsPerQuarter != changes[^1].MicrosecondsPerQuarter))
        {
            changes.Add(new MidiTempoChange(point.Ticks - startTicks, point.MicrosecondsPerQuarter));
        }

        return changes;
    }

    private MidiTempoChange Tempo(int point) => new(0, _points[point].MicrosecondsPerQuarter);

    private int PointAt(double ticks) => Math.Max(0, Ascending.LastUpTo(_points.Length, point => _points[point].Ticks, ticks));

    private static void RequireFinite(double seconds)
    {
        if (!double.IsFinite(seconds))
        {
            throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "A time is finite.");
        }
    }
}
