using GrooveGuru.Core.Arrangement;

namespace GrooveGuru.Core.Tests.Arrangement;

public class GridFinderTests
{
    private const double TicksPerSecond = 1920;

    [Theory]
    [InlineData(960)]
    [InlineData(480)]
    [InlineData(320)]
    [InlineData(240)]
    [InlineData(160)]
    [InlineData(120)]
    public void Find_NotesPlayedNearAGrid_IsThatGrid(long step)
    {
        var random = new Random(3);
        double[] onsets = [.. Enumerable.Range(0, 120).Where(_ => random.Next(4) > 0).Select(index => (index * step) + Spread(random, 12))];
        Assert.Equal(new BeatGrid(step), GridFinder.Find(onsets, TicksPerSecond));
    }

    [Theory]
    [InlineData(480, 0.58)]
    [InlineData(480, 0.62)]
    [InlineData(240, 0.6)]
    public void Find_SwungNotes_IsTheGridWithItsSwing(long step, double swing)
    {
        var random = new Random(4);
        BeatGrid found = GridFinder.Find(Swung(step, swing, random, 8), TicksPerSecond);
        Assert.Equal(step, found.StepTicks);
        Assert.Equal(swing, found.SwingRatio, 0.02);
    }

    [Fact]
    public void Swung_AskedGrid_KeepsTheMeasuredSwing() =>
        Assert.Equal(0.66, GridFinder.Swung(QuantiseGrid.Eighth, Swung(480, 0.66, new Random(5), 10)).SwingRatio, 0.02);

    [Fact]
    public void Swung_QuartersAndTriplets_AreNeverSwung()
    {
        double[] onsets = Swung(480, 0.66, new Random(5), 10);
        Assert.Equal(new BeatGrid(960), GridFinder.Swung(QuantiseGrid.Quarter, onsets));
        Assert.Equal(new BeatGrid(320), GridFinder.Swung(QuantiseGrid.EighthTriplet, onsets));
    }

    [Fact]
    public void Measure_StraightOrFewOffBeats_IsStraight()
    {
        Assert.Equal(0.5, Swing.Measure(Swung(480, 0.5, new Random(6), 15), 480));
        Assert.Equal(0.5, Swing.Measure([0, 640, 960, 1600], 480));
        Assert.Equal(0.5, Swing.Measure([], 480));
    }

    [Fact]
    public void Find_NoNotes_IsSixteenths() => Assert.Equal(240, GridFinder.Find([], TicksPerSecond).StepTicks);

    private static double[] Swung(long step, double swing, Random random, double spread) =>
        [.. Enumerable.Range(0, 64).Select(index => ((index / 2) * 2 * step) + (index % 2 * swing * 2 * step) + Spread(random, spread))];

    private static double Spread(Random random, double ticks) => ticks * ((random.NextDouble() * 2) - 1);
}
