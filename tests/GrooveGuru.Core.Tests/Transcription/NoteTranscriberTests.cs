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

    [Theory]
    [InlineData(61, 2, 0)]
    [InlineData(61, 0, 1)]
    [InlineData(74, 2, 0)]
    [InlineData(64, 2, 1)]
    public void ShareOfChords_NearTheLowestOrItsOvertone_IsAVibratosWithinReach(int pitch, int reachSemitones, double share)
        => Assert.Equal(share, NoteTranscriber.ShareOfChords([Note(0, 1, 60), Note(0, 1, pitch)], reachSemitones));

    private static TranscribedNote Note(double onset, double offset, int pitch) => new(onset, offset, pitch, 100, 1);
}
