using FsCheck;
using FsCheck.Fluent;
using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Core.Tests.Arrangement;

public class TimeSelectionTests
{
    [Fact]
    public void Cut_AnyNotes_LieWithinAndKeepWhatLiesWithin()
    {
        var gen =
            from seed in Gen.Choose(0, int.MaxValue)
            from start in Gen.Choose(0, 900)
            from length in Gen.Choose(1, 600)
            select (Random: new Random(seed), From: start / 100.0, To: (start + length) / 100.0);
        Prop.ForAll(gen.ToArbitrary(), given =>
        {
            TranscribedNote[] notes = [.. Enumerable.Range(0, 50).Select(_ => given.Random.NextDouble() * 10).Select(onset =>
                new TranscribedNote(onset, onset + 0.03 + given.Random.NextDouble(), 60, 90, 1))];
            TimeSelection selection = new(given.From, given.To);
            TranscribedNote[] cut = [.. notes.Select(selection.Cut).OfType<TranscribedNote>()];
            Assert.All(cut, note => Assert.True(note.OnsetSeconds >= given.From && note.OffsetSeconds <= given.To && note.OffsetSeconds > note.OnsetSeconds));
            Assert.All(notes.Where(note => note.OnsetSeconds >= given.From && note.OffsetSeconds <= given.To), note => Assert.Contains(note, cut));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Cut_NoteAtTheStart_KeepsItsBendFromThereOn()
    {
        TranscribedNote note = new(1, 3, 60, 90, 1) { Bends = [new(0, 0.5), new(0.6, -0.2), new(1.5, 0.1)] };
        TranscribedNote? cut = new TimeSelection(2, 10).Cut(note);
        Assert.Equal([new BendPoint(0, -0.2), new BendPoint(0.5, 0.1)], cut?.Bends);
    }

    [Fact]
    public void Cut_SliverOfANote_FallsAway() => Assert.Null(new TimeSelection(2, 10).Cut(new TranscribedNote(1.99, 2.005, 60, 90, 1)));

    [Theory]
    [InlineData(1, 2.9, true, false)]
    [InlineData(1, 3.1, true, true)]
    [InlineData(1.96, 2.5, false, true)]
    [InlineData(2, 2.5, false, true)]
    public void Cut_NoteHeldOver_StaysWhereMostOfItLiesWithin(double onset, double offset, bool heldOver, bool stays)
    {
        TimeSelection selection = new(2, 10);
        TranscribedNote note = new(onset, offset, 60, 90, 1);
        Assert.Equal((heldOver, stays), (selection.HoldsOver(note), selection.Cut(note) is not null));
    }

    [Fact]
    public void Cut_Everything_IsTheSame()
    {
        TranscribedNote note = new(0, 0.001, 60, 90, 1);
        Assert.Same(note, TimeSelection.Everything.Cut(note));
    }
}
