using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Synthesis;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Drums;
using GrooveGuru.Core.Transcription.Evaluation;

namespace GrooveGuru.Core.Tests.Transcription.Drums;

public class DrumTranscriberTests
{
    private const int SampleRateHz = DrumPattern.SampleRateHz;

    [Theory]
    [InlineData(44100, 0.7f)]
    [InlineData(48000, 0.7f)]
    [InlineData(96000, 0.1f)]
    public void Transcribe_Rock_FindsWhatFallsTogether(int sampleRateHz, float gain)
    {
        var strokes = DrumPattern.Rock(6);
        IReadOnlyList<TranscribedNote> heard = Heard(DrumPattern.Play(strokes, sampleRateHz, gain));
        foreach (DrumVoice drum in new[] { DrumVoice.Kick, DrumVoice.Snare, DrumVoice.ClosedHat })
        {
            double score = Score(strokes.Where(stroke => stroke.Drum == drum).Select(stroke => stroke.Seconds), heard, (int)drum);
            Assert.True(score > 0.95, FormattableString.Invariant($"{drum}: {score:f3}"));
        }
    }

    [Fact]
    public void Transcribe_FewStrokesUnderATone_SaysThatTheyAreDoubtful()
    {
        AudioBuffer few = DrumPattern.Play([(1, DrumVoice.Kick, 110), (7, DrumVoice.Snare, 110), (13, DrumVoice.Kick, 110)]);
        float[] tone = Signals.Sine(220, 0.02, few.FrameCount / (double)SampleRateHz, SampleRateHz);
        for (int frame = 0; frame < Math.Min(tone.Length, few.FrameCount); frame++)
        {
            few.Channel(0)[frame] += tone[frame];
        }

        NoteTranscription heard = DrumTranscriber.Transcribe(() => new BufferAudioSource(few));
        Assert.Single(heard.Parts);
        Assert.Equal(DrumPresence.DoubtfulRemark, heard.Remark);
        AudioBuffer rock = DrumPattern.Play(DrumPattern.Rock(3));
        Assert.Null(DrumTranscriber.Transcribe(() => new BufferAudioSource(rock)).Remark);
    }

    [Fact]
    public void Transcribe_Rock_IsOnTime()
    {
        var strokes = DrumPattern.Rock(4);
        foreach (TranscribedNote note in Heard(DrumPattern.Play(strokes)))
        {
            double off = strokes.Min(stroke => Math.Abs(stroke.Seconds - note.OnsetSeconds));
            Assert.True(off < 0.012, FormattableString.Invariant($"{note.MidiPitch} at {note.OnsetSeconds:f3} s is {1000 * off:f1} ms off"));
        }
    }

    [Fact]
    public void Transcribe_GhostNotes_AreSofter()
    {
        var strokes = Enumerable.Range(0, 16).Select(at => (0.3 + (at * 0.4), DrumVoice.Snare, at % 2 == 0 ? 110 : 55)).ToArray();
        IReadOnlyList<TranscribedNote> heard = Heard(DrumPattern.Play(strokes));
        TranscribedNote[] snares = [.. heard.Where(note => note.MidiPitch == (int)DrumVoice.Snare)];
        Assert.Equal(16, snares.Length);
        Assert.All(snares.Select((note, at) => (note, at)), pair => Assert.Equal(pair.at % 2 == 0, pair.note.Velocity > 80));
    }

    [Fact]
    public void Transcribe_Twice_IsTheSame()
    {
        AudioBuffer audio = DrumPattern.Play(DrumPattern.Rock(3));
        string Told() => string.Join(' ', Heard(audio).Select(note => FormattableString.Invariant($"{note.MidiPitch}@{note.OnsetSeconds:r}v{note.Velocity}")));
        Assert.Equal(Told(), Told());
    }

    [Fact]
    public void Transcribe_NotFiniteSamples_AreTakenAsSilence()
    {
        var strokes = DrumPattern.Rock(4);
        AudioBuffer audio = DrumPattern.Play(strokes);
        audio.Channel(0)[10] = float.NaN;
        audio.Channel(0)[20_000] = float.PositiveInfinity;
        audio.Channel(0)[20_001] = -3e38f;
        Assert.True(Score(strokes.Where(stroke => stroke.Drum == DrumVoice.Kick).Select(stroke => stroke.Seconds), Heard(audio), 36) > 0.9);
    }

    [Fact]
    public void Transcribe_Clipped_KeepsTheKick()
    {
        var strokes = DrumPattern.Rock(4);
        AudioBuffer audio = DrumPattern.Play(strokes, gain: 6);
        foreach (ref float sample in audio.Channel(0))
        {
            sample = Math.Clamp(sample, -1, 1);
        }

        Assert.True(Score(strokes.Where(stroke => stroke.Drum == DrumVoice.Kick).Select(stroke => stroke.Seconds), Heard(audio), 36) > 0.9);
    }

    [Fact]
    public void Transcribe_EightKilohertz_KeepsTheKick()
    {
        var strokes = DrumPattern.Rock(4);
        Assert.True(Score(
            strokes.Where(stroke => stroke.Drum == DrumVoice.Kick).Select(stroke => stroke.Seconds), Heard(DrumPattern.Play(strokes, 8000)), 36) > 0.9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2205)]
    [InlineData(SampleRateHz * 3)]
    public void Transcribe_Silence_SaysThatNothingStandsOut(int frames) => AssertNothing(Signals.Mono(new float[frames], SampleRateHz));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Transcribe_Noise_SaysThatNothingStandsOut(int seed) =>
        AssertNothing(Signals.Mono(Signals.Noise(0.5, 6, SampleRateHz, seed), SampleRateHz));

    [Fact]
    public void Transcribe_HeldTone_SaysThatNothingStandsOut() =>
        AssertNothing(Signals.Mono(Signals.Sine(220, 0.4, 6, SampleRateHz), SampleRateHz));

    [Fact]
    public void Transcribe_Cancelled_Stops()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => DrumTranscriber.Transcribe(
            () => new BufferAudioSource(DrumPattern.Play(DrumPattern.Rock(1))), null, cancelled.Token));
    }

    [Fact]
    public void Transcribe_Progress_RisesToOne()
    {
        List<double> told = [];
        DrumTranscriber.Transcribe(() => new BufferAudioSource(DrumPattern.Play(DrumPattern.Rock(2))), new Told(told));
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
    }

    private static IReadOnlyList<TranscribedNote> Heard(AudioBuffer audio)
    {
        NoteTranscription heard = DrumTranscriber.Transcribe(() => new BufferAudioSource(audio));
        Assert.Null(heard.NothingFoundReason);
        TranscribedPart part = Assert.Single(heard.Parts);
        Assert.Equal(TranscriptionMode.Drums, part.Mode);
        Assert.All(part.Notes, note => Assert.True(note.OffsetSeconds > note.OnsetSeconds && note.Velocity is >= 1 and <= 127));
        return part.Notes;
    }

    private static void AssertNothing(AudioBuffer audio)
    {
        NoteTranscription heard = DrumTranscriber.Transcribe(() => new BufferAudioSource(audio));
        Assert.Empty(heard.Parts);
        Assert.False(string.IsNullOrEmpty(heard.NothingFoundReason));
    }

    private static double Score(IEnumerable<double> truth, IReadOnlyList<TranscribedNote> heard, int key) => NoteScore.Compare(
        [.. truth.Select(seconds => new ScoredNote(seconds, seconds + 0.1, key))],
        [.. heard.Where(note => note.MidiPitch == key).Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, key))]).F1;

    private sealed class Told(List<double> values) : IProgress<double>
    {
        public void Report(double value) => values.Add(value);
    }
}
