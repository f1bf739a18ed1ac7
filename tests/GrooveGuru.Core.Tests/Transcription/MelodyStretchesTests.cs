using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Synthesis;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Evaluation;

namespace GrooveGuru.Core.Tests.Transcription;

public class MelodyStretchesTests
{
    private const int SampleRateHz = 22050;
    private const double NoteSeconds = 0.5;
    private const int NoteCount = 50;
    private static readonly int[] Pitches = [60, 64, 67, 72, 65];

    [Theory]
    [InlineData(300)]
    [InlineData(8)]
    [InlineData(9)]
    public void Transcribe_LongerThanAStretch_FindsTheNotesOfAll(int stretchSeconds)
    {
        (double Onset, int Pitch)[] tune = [.. Enumerable.Range(0, NoteCount).Select(note => (1 + (note * NoteSeconds), Pitches[note % Pitches.Length]))];
        float[] samples = new float[(int)((2 + (NoteCount * NoteSeconds)) * SampleRateHz)];
        var player = new NoteSynthesizer(InstrumentPatches.Lead, SampleRateHz);
        foreach ((double onset, int pitch) in tune)
        {
            player.AddNote(samples, onset, 0.4, pitch, 100);
        }

        using BufferAudioSource source = new(Signals.Mono(samples, SampleRateHz));
        MelodyTranscription heard = MelodyStretches.Transcribe(source, stretchSeconds);
        NoteScore score = NoteScore.Compare(
            [.. tune.Select(note => new ScoredNote(note.Onset, note.Onset + 0.4, note.Pitch))],
            [.. heard.Notes.Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.MidiPitch))]);
        Assert.True(score.F1 > 0.9, $"precision {score.Precision:f3}, recall {score.Recall:f3}");
    }
}
