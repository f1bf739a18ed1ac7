using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Voice;

namespace GrooveGuru.Core.Tests.Transcription.Voice;

public class NoteVoteTests
{
    private static readonly TranscribedNote[] Tune = [Note(0.1, 0.5, 60), Note(0.5, 0.9, 60), Note(0.9, 1.4, 64)];

    [Fact]
    public void Majority_AllAgree_AreTheNotes() => Assert.Equal(Tune, NoteVote.Majority(Tune, Tune, Tune));

    [Fact]
    public void Majority_OneHearsMore_LeavesItOut()
        => Assert.Equal(Tune, NoteVote.Majority([.. Tune, Note(2, 3, 72)], Tune, Tune));

    [Fact]
    public void Majority_OneHearsLess_KeepsIt()
        => Assert.Equal(Tune.Select(note => note.MidiPitch), NoteVote.Majority(Tune[..2], Tune, Tune).Select(note => note.MidiPitch));

    [Fact]
    public void Majority_OnsetsDiffer_TakesTheMiddleOne()
    {
        TranscribedNote agreed = Assert.Single(NoteVote.Majority([Note(1, 2, 60)], [Note(1.02, 2, 60)], [Note(1.05, 2, 60)]));
        Assert.Equal(1.02, agreed.OnsetSeconds, 9);
    }

    [Fact]
    public void Majority_PitchesDiffer_IsNothing()
        => Assert.Empty(NoteVote.Majority([Note(1, 2, 60)], [Note(1, 2, 61)], [Note(1, 2, 62)]));

    [Fact]
    public void Majority_Overlapping_ArePartedAtTheNextOnset()
    {
        TranscribedNote[] long1 = [Note(0, 2, 60), Note(1, 2, 62)];
        IReadOnlyList<TranscribedNote> agreed = NoteVote.Majority(long1, long1, long1);
        Assert.Equal(1, agreed[0].OffsetSeconds, 9);
    }

    [Fact]
    public void Majority_ManyNotes_AreMatchedAcrossGaps()
    {
        TranscribedNote[] all = [.. Enumerable.Range(0, 300).Select(at => Note(at * 0.1, (at * 0.1) + 0.09, 50 + (at * 7 % 12)))];
        TranscribedNote[] some = [.. all.Where((_, at) => at % 3 != 0)];
        Assert.Equal(some, NoteVote.Majority(all, some, []));
    }

    [Fact]
    public void OfVoice_SureBelowTheMelody_NeedsNoOther()
        => Assert.Equal([Note(1, 2, 28)], NoteVote.OfVoice([], [Note(1, 2, 28)], []));

    [Fact]
    public void OfVoice_UnsureBelowTheMelody_NeedsThePeriod()
    {
        TranscribedNote unsure = Note(1, 2, 28) with { Confidence = 0.1 };
        Assert.Empty(NoteVote.OfVoice([], [unsure], []));
        Assert.Equal(28, Assert.Single(NoteVote.OfVoice([], [unsure], [Note(1, 2, 28)])).MidiPitch);
    }

    [Fact]
    public void OfVoice_SureWithinTheMelody_IsOutvoted() => Assert.Empty(NoteVote.OfVoice([], [Note(1, 2, 60)], []));

    private static TranscribedNote Note(double onset, double offset, int pitch) => new(onset, offset, pitch, 100, 1);
}
