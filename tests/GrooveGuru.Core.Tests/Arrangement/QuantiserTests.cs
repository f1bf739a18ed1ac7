using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Core.Arrangement;

namespace GrooveGuru.Core.Tests.Arrangement;

public class QuantiserTests
{
    private static readonly Gen<ArrangedNote[]> Performances =
        from seed in Gen.Choose(0, int.MaxValue)
        from count in Gen.Choose(0, 60)
        select Performance(new Random(seed), count);

    private static readonly Gen<BeatGrid> Grids =
        from step in Gen.Elements<long>(960, 480, 320, 240, 160, 120)
        from swing in Gen.Elements(0.5, 0.58, 2.0 / 3)
        select new BeatGrid(step, swing);

    [Fact]
    public void Quantise_StrengthZero_ChangesNothing() => Prop.ForAll(Performances.ToArbitrary(), Grids.ToArbitrary(), (notes, grid) =>
        Assert.Equal(notes.OrderBy(note => note.StartTicks), Quantiser.Quantise(notes, grid, 0))).QuickCheckThrowOnFailure();

    [Fact]
    public void Quantise_FullStrength_PutsEveryNoteOnAPlaceOfItsOwn() => Prop.ForAll(
        Performances.ToArbitrary(), Grids.ToArbitrary(), (notes, grid) =>
        {
            IReadOnlyList<ArrangedNote> quantised = Quantiser.Quantise(notes, grid, 1);
            var places = notes.Select(note => (note.Pitch, grid.Nearest(note.StartTicks))).Distinct();
            Assert.Equal(places.Order(), quantised.Select(note => (note.Pitch, note.StartTicks)).Order());
            Assert.All(quantised, note => Assert.Equal(
                notes.Where(each => each.Pitch == note.Pitch && grid.Nearest(each.StartTicks) == note.StartTicks).Max(each => each.Velocity), note.Velocity));
            AssertApart(quantised);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Quantise_NotesOfOnePitchOnOnePlace_BecomeOne() => Assert.Equal(
        [new ArrangedNote(960, 1460, 60, 100), new ArrangedNote(960, 1160, 64, 80)],
        Quantiser.Quantise([new(900, 1000, 60, 70), new(1000, 1500, 60, 100), new(1050, 1100, 60, 90), new(1000, 1200, 64, 80)], new BeatGrid(480), 1));

    [Fact]
    public void Quantise_PartOfTheWay_KeepsAllNotesTheirOrderAndWhatCanBeHeardOfThem()
    {
        var strengths = Gen.Choose(0, 99).Select(percent => percent / 100.0).ToArbitrary();
        Prop.ForAll(Performances.ToArbitrary(), Grids.ToArbitrary(), strengths, (played, grid, strength) =>
        {
            ArrangedNote[] notes = [.. NoteCleanUp.Apart(played)];
            IReadOnlyList<ArrangedNote> quantised = Quantiser.Quantise(notes, grid, strength);
            AssertApart(quantised);
            foreach (int pitch in notes.Select(note => note.Pitch).Distinct())
            {
                // Velocities number the notes.
                ArrangedNote[] before = [.. notes.Where(note => note.Pitch == pitch).OrderBy(note => note.StartTicks)];
                ArrangedNote[] after = [.. quantised.Where(note => note.Pitch == pitch)];
                Assert.Equal(before.Select(note => note.Velocity), after.Select(note => note.Velocity));
                Assert.All(before.Zip(after), pair => Assert.True(pair.Second.LengthTicks >= Math.Min(pair.First.LengthTicks, 60)));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Quantise_HalfStrength_GoesHalfTheWay()
    {
        ArrangedNote note = Assert.Single(Quantiser.Quantise([new ArrangedNote(1000, 1400, 60, 90)], new BeatGrid(480), 0.5));
        Assert.Equal((980, 1380), (note.StartTicks, note.EndTicks));
    }

    [Fact]
    public void Quantise_SwungGrid_LeavesOffBeatsLate()
    {
        ArrangedNote[] notes = [new(5, 300, 60, 90), new(610, 900, 60, 90), new(950, 1200, 60, 90), new(1570, 1800, 60, 90)];
        Assert.Equal([0, 624, 960, 1584], Quantiser.Quantise(notes, new BeatGrid(480, 0.65), 1).Select(note => note.StartTicks));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Quantise_StrengthOutOfRange_IsRefused(double strength) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiser.Quantise([], new BeatGrid(480), strength));

    private static void AssertApart(IReadOnlyList<ArrangedNote> notes)
    {
        Assert.All(notes, note => Assert.True(note.LengthTicks > 0));
        foreach (ArrangedNote[] line in notes.GroupBy(note => note.Pitch).Select(group => group.ToArray()))
        {
            Assert.All(line.Skip(1).Zip(line), pair => Assert.True(pair.First.StartTicks >= pair.Second.EndTicks));
        }
    }

    private static ArrangedNote[] Performance(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(index =>
        {
            long start = random.Next(-2000, 20000);
            return new ArrangedNote(start, start + random.Next(1, 2000), random.Next(60, 64), index + 1);
        }).DistinctBy(note => (note.Pitch, note.StartTicks)),
    ];
}
