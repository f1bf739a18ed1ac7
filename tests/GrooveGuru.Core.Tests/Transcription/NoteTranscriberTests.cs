using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Core.Tests.Transcription;

public class NoteTranscriberTests
{
    [Fact]
    public void ShareOfChords_OneAfterTheOther_IsNone()
        => Assert.Equal(0, NoteTranscriber.ShareOfChords([Note(0, 1, 60), Note(1, 2, 64)]));

    [Fact]
    public void ShareOfChords_Overtone_IsNoChord()
        => Assert.Equal(0, NoteTranscriber.ShareOfChords([Note(0, 1, 60), Note(0, 1, 72)]));

    [Fact]
    public void ShareOfChords_HalfTheTime_IsHalf()
        => Assert.Equal(0.5, NoteTranscriber.ShareOfChords([Note(0, 2, 60), Note(1, 2, 64)]), 9);

    private static TranscribedNote Note(double onset, double offset, int pitch) => new(onset, offset, pitch, 100, 1);
}
