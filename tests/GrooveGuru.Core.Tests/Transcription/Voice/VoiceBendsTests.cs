using GrooveGuru.Core.Synthesis;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Voice;

namespace GrooveGuru.Core.Tests.Transcription.Voice;

public class VoiceBendsTests
{
    private const int SampleRateHz = 44100;
    private const int NoteFrames = 40;
    private static readonly TranscribedNote Note = new(0, NoteFrames / VoiceTrack.FramesPerSecond, 60, 100, 1);

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    [InlineData(1)]
    public void Of_StepsBeforeAndAfter_AreNone(double semitones)
        => Assert.Empty(Bends(frame => frame is < 6 or >= NoteFrames - 4 ? semitones : 0));

    [Fact]
    public void Of_VibratoAfterAStep_BeginsSettled()
    {
        IReadOnlyList<BendPoint> bends = Bends(frame => frame < 6 ? 2 : 0.45 * Math.Sin(frame));
        Assert.Equal(0, bends[0].Seconds);
        Assert.All(bends, bend => Assert.InRange(bend.Semitones, -0.5, 0.5));
        Assert.InRange(bends.Max(bend => bend.Semitones), 0.35, 0.5);
    }

    [Fact]
    public void Of_SlideIntoTheNote_StartsBelow()
    {
        IReadOnlyList<BendPoint> bends = Bends(frame => Math.Min(0, -2 + (frame / 10.0)));
        Assert.Equal(new BendPoint(0, -2), bends[0]);
        Assert.InRange(bends[^1].Semitones, -0.1, 0);
    }

    [Fact]
    public void Of_SlideWithinTheNote_IsThere()
    {
        IReadOnlyList<BendPoint> bends = Bends(frame => Math.Clamp((frame - 15) / 5.0, 0, 2));
        Assert.InRange(bends[0].Semitones, -0.01, 0.01);
        Assert.InRange(bends.Max(bend => bend.Semitones), 1.9, 2);
    }

    [Fact]
    public void Of_TuneOfFixedPitches_AreNone()
    {
        float[] audio = new float[8 * SampleRateHz];
        NoteSynthesizer player = new(InstrumentPatches.Lead, SampleRateHz);
        int[] pitches = [60, 62, 64, 65, 67, 65, 64, 62, 60, 61, 62, 63, 64, 62, 63, 61, 60, 59, 60, 57, 59, 60, 62, 60];
        for (int at = 0; at < pitches.Length; at++)
        {
            player.AddNote(audio, 0.3 + (0.3 * at), 0.3, pitches[at], 100);
        }

        VoiceTrack track = VoiceTranscriberTests.Follow(Signals.Mono(audio, SampleRateHz));
        IReadOnlyList<TranscribedNote> notes = VoiceTranscriber.Notes(track);
        Assert.InRange(notes.Count, 20, 28);
        Assert.All(notes, note => Assert.Empty(VoiceBends.Of(track, note)));
    }

    private static IReadOnlyList<BendPoint> Bends(Func<int, double> semitonesAt)
    {
        VoiceTrack track = new();
        track.Pitches.AddRange(Enumerable.Range(0, NoteFrames).Select(frame => (float)(60 + semitonesAt(frame))));
        return VoiceBends.Of(track, Note);
    }
}
