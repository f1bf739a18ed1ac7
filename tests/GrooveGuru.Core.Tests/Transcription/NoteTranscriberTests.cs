using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Synthesis;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Evaluation;

namespace GrooveGuru.Core.Tests.Transcription;

public class NoteTranscriberTests
{
    private const int SampleRateHz = 44100;
    private const double StretchSeconds = 300;

    [Fact]
    public void ShareOfChords_OneAfterTheOther_IsNone()
        => Assert.Equal(0, NoteTranscriber.ShareOfChords([Note(0, 1, 60), Note(1, 2, 64)]));

    [Fact]
    public void ShareOfChords_Overtone_IsNoChord()
        => Assert.Equal(0, NoteTranscriber.ShareOfChords([Note(0, 1, 60), Note(0, 1, 72)]));

    [Fact]
    public void ShareOfChords_HalfTheTime_IsHalf()
        => Assert.Equal(0.5, NoteTranscriber.ShareOfChords([Note(0, 2, 60), Note(1, 2, 64)]), 9);

    [Fact]
    public void TranscribeMelody_LongerThanAStretch_FindsItsNotesOnBothSides()
    {
        (double Onset, int Pitch)[] tune = [(1, 60), (1.5, 64), (2, 67), (2.5, 72), (StretchSeconds + 4, 60), (StretchSeconds + 4.5, 65), (StretchSeconds + 5, 69)];
        float[] samples = new float[(int)((StretchSeconds + 7) * SampleRateHz)];
        var player = new NoteSynthesizer(InstrumentPatches.Lead, SampleRateHz);
        foreach ((double onset, int pitch) in tune)
        {
            player.AddNote(samples, onset, 0.4, pitch, 100);
        }

        NoteTranscription heard = NoteTranscriber.TranscribeMelody(() => new BufferAudioSource(Signals.Mono(samples, SampleRateHz)));
        NoteScore score = NoteScore.Compare(
            [.. tune.Select(note => new ScoredNote(note.Onset, note.Onset + 0.4, note.Pitch))],
            [.. Assert.Single(heard.Parts).Notes.Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.MidiPitch))]);
        Assert.True(score.F1 > 0.9, $"precision {score.Precision:f3}, recall {score.Recall:f3}");
    }

    private static TranscribedNote Note(double onset, double offset, int pitch) => new(onset, offset, pitch, 100, 1);
}
