using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Core.Tests.Transcription.BasicPitch;

public class NoteCreationTests
{
    [SharedFact]
    public void Create_GoldenPosteriors_GivesTheGoldenNotes()
    {
        NotePosteriors posteriors = GoldenPosteriors.Read();
        IReadOnlyList<NoteEvent> notes = NoteCreation.Create(posteriors, new NoteCreationOptions());
        var golden = GoldenPosteriors.Events();

        Assert.Equal(28, golden.Length);
        Assert.Equal(golden.Length, notes.Count);
        for (int index = 0; index < golden.Length; index++)
        {
            Assert.Equal(golden[index].Pitch, notes[index].MidiPitch);
            Assert.Equal(golden[index].Start, BasicPitchFraming.SecondsAt(notes[index].StartFrame), 9);
            Assert.Equal(golden[index].End, BasicPitchFraming.SecondsAt(notes[index].EndFrame), 9);
            Assert.Equal(golden[index].Amplitude, notes[index].Amplitude, 1e-5); // the golden's mean is summed in 32 bits
            Assert.Equal(golden[index].Bends, PitchBends.Of(posteriors, notes[index]));
        }
    }

    [Fact]
    public void Create_NoFrames_GivesNoNotes() => Assert.Empty(NoteCreation.Create(new NotePosteriors(), new NoteCreationOptions()));
}
