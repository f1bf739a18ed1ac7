using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Tests.Arrangement;

public class TempoMapTests
{
    // Half a microsecond of rounding for each quarter since the last point.
    private const double FileClockSeconds = 3e-6;

    [Fact]
    public void Following_AnyPerformance_PutsEveryPointOnItsQuarter()
    {
        var gen =
            from seed in Gen.Choose(0, int.MaxValue)
            from count in Gen.Choose(2, 200)
            select Performance(new Random(seed), count);
        Prop.ForAll(gen.ToArbitrary(), points =>
        {
            TempoMap map = TempoMap.Following(points, Meter.Common);
            foreach ((double quarters, double seconds) in points)
            {
                Assert.Equal(quarters * 960.0, map.TicksAt(seconds), 0.03);
                Assert.Equal(seconds, map.SecondsAt(quarters * 960), FileClockSeconds);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TicksAt_ThenSecondsAt_IsTheSameTime()
    {
        TempoMap map = TempoMap.Following([(0, 1), (4, 3.1), (8, 4.9), (9, 5.6)], Meter.Common);
        for (double seconds = -5; seconds < 20; seconds += 0.37)
        {
            Assert.Equal(seconds, map.SecondsAt(map.TicksAt(seconds)), 1e-9);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-7680)]
    [InlineData(3840)]
    public void Changes_OfAFileThatBeginsAnywhere_GiveTheFileTheMapsTimes(long start)
    {
        TempoMap map = TempoMap.Following([(0, 1), (4, 3.1), (8, 4.9), (9, 5.6), (12, 7.7)], Meter.Common);
        MidiSong song = new() { Tempos = map.Changes(start) };
        for (long ticks = 0; ticks < 30000; ticks += 777)
        {
            Assert.Equal(map.SecondsAt(start + ticks) - map.SecondsAt(start), song.SecondsAt(ticks), 1e-9);
        }
    }

    [Fact]
    public void Steady_OneTempo_CountsFromBarOne()
    {
        TempoMap map = TempoMap.Steady(120, 0.5, Meter.Common);
        Assert.True(map.IsSteady && map.IsKnown);
        Assert.Equal(0, map.TicksAt(0.5));
        Assert.Equal(-960, map.TicksAt(0));
        Assert.Equal([new MidiTempoChange(0, 500000)], map.Changes(-3840));
    }

    [Fact]
    public void Unknown_Times_AreKeptAt120()
    {
        Assert.False(TempoMap.Unknown.IsKnown);
        Assert.Equal(1920, TempoMap.Unknown.TicksAt(1));
    }

    [Fact]
    public void Following_PointsThatDoNotAscend_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => TempoMap.Following([(0, 0)], Meter.Common));
        Assert.Throws<ArgumentException>(() => TempoMap.Following([(0, 0), (1, 0)], Meter.Common));
        Assert.Throws<ArgumentException>(() => TempoMap.Following([(0, 0), (0, 1)], Meter.Common));
        Assert.Throws<ArgumentOutOfRangeException>(() => TempoMap.Following([(0, 0), (1, double.NaN)], Meter.Common));
        Assert.Throws<ArgumentOutOfRangeException>(() => TempoMap.Following([(0, 0), (1, 60)], Meter.Common));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(256, 4)]
    [InlineData(4, 3)]
    [InlineData(4, 128)]
    public void Steady_MeterThatIsNone_IsRefused(int beats, int unit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TempoMap.Steady(120, 0, new Meter(beats, unit)));

    [Fact]
    public void BarTicks_OfSixEighths_AreThreeQuarters() => Assert.Equal(3 * 960, new Meter(6, 8).BarTicks);

    private static (double, double)[] Performance(Random random, int count)
    {
        var points = new (double, double)[count];
        (int quarters, double seconds) = (random.Next(-20, 20), random.NextDouble() * 10);
        for (int index = 0; index < count; index++)
        {
            points[index] = (quarters, seconds);
            int step = random.Next(1, 5);
            quarters += step;
            seconds += step * (0.2 + random.NextDouble());
        }

        return points;
    }
}
