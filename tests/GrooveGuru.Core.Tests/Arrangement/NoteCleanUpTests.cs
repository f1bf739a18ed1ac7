using GrooveGuru.Core.Arrangement;

namespace GrooveGuru.Core.Tests.Arrangement;

public class NoteCleanUpTests
{
    [Fact]
    public void Monophonic_Overlap_EndsWhereTheNextBegins() =>
        Assert.Equal([Note(0, 300), Note(300, 900, 64)], NoteCleanUp.Monophonic([Note(300, 900, 64), Note(0, 500)], 40));

    [Fact]
    public void Monophonic_Chord_LeavesItsHighestNote()
    {
        IReadOnlyList<ArrangedNote> voice = NoteCleanUp.Monophonic([Note(0, 500, 60), Note(10, 500, 67), Note(20, 500, 64), Note(400, 500, 62)], 40);
        Assert.Equal([Note(0, 400, 67), Note(400, 500, 62)], voice);
    }

    [Fact]
    public void Monophonic_AnyNotes_NeverOverlap()
    {
        var random = new Random(2);
        ArrangedNote[] notes = [.. Enumerable.Range(0, 300).Select(_ => Note(random.Next(9000), 9001 + random.Next(900), random.Next(50, 70)))];
        IReadOnlyList<ArrangedNote> voice = NoteCleanUp.Monophonic(notes, 30);
        Assert.All(voice, note => Assert.True(note.LengthTicks > 0));
        Assert.All(voice.Skip(1).Zip(voice), pair => Assert.True(pair.First.StartTicks >= pair.Second.EndTicks));
    }

    [Fact]
    public void Legato_ShortRest_IsBridgedAndALongOneIsNot() => Assert.Equal(
        [Note(0, 480), Note(480, 900), Note(3000, 3100)], NoteCleanUp.Legato([Note(0, 200), Note(480, 900), Note(3000, 3100)], 960));

    [Fact]
    public void Legato_NoteThatReachesIntoTheNext_StaysAsLong() =>
        Assert.Equal([Note(0, 700), Note(480, 900, 64)], NoteCleanUp.Legato([Note(0, 700), Note(480, 900, 64)], 960));

    [Fact]
    public void Apart_SamePitch_EndsWhereTheNextBegins() => Assert.Equal(
        [Note(0, 300), Note(0, 800, 64), Note(300, 500)],
        NoteCleanUp.Apart([Note(0, 400), Note(0, 800, 64), Note(0, 200), Note(300, 500)]).OrderBy(note => note.StartTicks).ThenBy(note => note.Pitch));

    [Fact]
    public void Monophonic_HigherNoteALittleLater_KeepsItsBendsWhereTheyWereHeard()
    {
        ArrangedNote higher = new(20, 500, 64, 90) { Bends = [new(0, 0.2), new(100, 0.4)] };
        ArrangedNote only = Assert.Single(NoteCleanUp.Monophonic([new ArrangedNote(0, 480, 60, 90), higher], 30));
        Assert.Equal((0, 500), (only.StartTicks, only.EndTicks));
        Assert.Equal([new ArrangedBend(0, 0.2), new ArrangedBend(120, 0.4)], only.Bends);
    }

    private static ArrangedNote Note(long start, long end, int pitch = 60) => new(start, end, pitch, 90);
}
