using GrooveGuru.Core.Arrangement;

namespace GrooveGuru.Core.Tests.Arrangement;

public class BeatTempoTests
{
    [Theory]
    [InlineData(112, 0.004)]
    [InlineData(97.5, 0.006)]
    [InlineData(66, 0.009)]
    [InlineData(174, 0.004)]
    public void Of_Click_IsOneRoundTempo(double bpm, double spreadSeconds)
    {
        double[] beats = Click(bpm, 64, 0.31, spreadSeconds);
        TempoMap map = BeatTempo.Of(new HeardBeats(beats, Every(beats, 4, 1), 4), new Meter(4));
        Assert.True(map.IsSteady);
        Assert.Equal(bpm, map.Bpm, 0.001);
        Assert.Equal(0.31 + (60 / bpm), map.SecondsAt(0), 0.01);
        Assert.All(beats.Select((beat, index) => (beat, index)), pair =>
            Assert.Equal((pair.index - 1) * 960, map.TicksAt(pair.beat), 960 * 0.035 * bpm / 60));
    }

    [Fact]
    public void Of_ClickOfTenMinutes_DoesNotDriftByRounding()
    {
        double[] beats = Click(123.987, 1240, 0, 0.003);
        TempoMap map = BeatTempo.Of(new HeardBeats(beats, Every(beats, 4, 0), 4), new Meter(4));
        Assert.True(map.IsSteady);
        Assert.All(beats.Select((beat, index) => (beat, index)), pair => Assert.Equal(pair.beat, map.SecondsAt(pair.index * 960), 0.03));
    }

    [Fact]
    public void Of_Performance_IsFollowedBarByBar()
    {
        double[] beats = new double[80];
        for (int index = 1; index < beats.Length; index++)
        {
            beats[index] = beats[index - 1] + (60 / (100 + (15 * Math.Sin(index / 12.0))));
        }

        TempoMap map = BeatTempo.Of(new HeardBeats(beats, Every(beats, 4, 0), 4), new Meter(4));
        Assert.False(map.IsSteady);
        Assert.True(map.Changes(0).Count < beats.Length / 2, $"{map.Changes(0).Count} tempos");
        Assert.All(beats.Select((beat, index) => (beat, index)), pair => Assert.Equal(pair.beat, map.SecondsAt(pair.index * 960), 0.026));
    }

    [Fact]
    public void Of_BarThatHalts_IsFollowedBeatByBeat()
    {
        double[] beats = [.. Enumerable.Range(0, 32).Select(index => (index * 0.5) + (index > 17 ? 0.2 : 0))];
        TempoMap map = BeatTempo.Of(new HeardBeats(beats, Every(beats, 4, 0), 4), new Meter(4));
        Assert.All(beats.Select((beat, index) => (beat, index)), pair => Assert.Equal(pair.beat, map.SecondsAt(pair.index * 960), 1e-5));
    }

    [Fact]
    public void Of_BeatLeftOut_IsCounted()
    {
        double[] beats = [.. Click(120, 40, 0, 0).Where((_, index) => index is not 13 and not 20)];
        TempoMap map = BeatTempo.Of(new HeardBeats(beats, [0], 4), new Meter(4));
        Assert.True(map.IsSteady);
        Assert.Equal(120, map.Bpm, 0.001);
        Assert.Equal(39 * 960, map.TicksAt(beats[^1]), 1);
    }

    [Fact]
    public void Of_UpbeatBeforeTheFirstDownbeat_BarOneIsTheDownbeat()
    {
        double[] beats = Click(90, 30, 0.2, 0);
        Assert.Equal(beats[2], BeatTempo.Of(new HeardBeats(beats, [beats[2], beats[5]], 3), new Meter(3)).SecondsAt(0), 1e-3);
    }

    [Fact]
    public void Of_FewerThanFourBeats_IsUnknown()
    {
        Assert.False(BeatTempo.Of(new HeardBeats([], [], 4), new Meter(4)).IsKnown);
        Assert.False(BeatTempo.Of(new HeardBeats([0.5, 1, 1.5], [0.5], 4), new Meter(4)).IsKnown);
    }

    [Fact]
    public void Of_SixEighthsOverDottedQuarters_IsCountedInQuarters()
    {
        double[] beats = Click(60, 40, 0.2, 0.003);
        TempoMap map = BeatTempo.Of(new HeardBeats(beats, Every(beats, 2, 0), 2), new Meter(6, 8), 1.5);
        Assert.Equal(90, map.Bpm, 0.001);
        Assert.Equal(2 * 1440, map.TicksAt(beats[2]), 10.0);
    }

    [Fact]
    public void Of_SevenEighthsPlayedFreely_PutsEveryBeatOnItsPlace()
    {
        double[] beats = [.. Enumerable.Range(0, 56).Select(index => (index * 0.5) + (0.1 * Math.Sin(index / 5.0)))];
        TempoMap map = BeatTempo.Of(new HeardBeats(beats, [], 4), new Meter(7, 8));
        Assert.False(map.IsSteady);
        Assert.All(beats.Select((beat, index) => (beat, index)), pair => Assert.Equal(pair.beat, map.SecondsAt(pair.index * 960), 0.026));
    }

    private static double[] Click(double bpm, int count, double startSeconds, double spreadSeconds)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, count).Select(index => startSeconds + (index * 60 / bpm) + (spreadSeconds * ((random.NextDouble() * 2) - 1)))];
    }

    private static double[] Every(double[] beats, int count, int first) => [.. beats.Where((_, index) => index % count == first)];
}
