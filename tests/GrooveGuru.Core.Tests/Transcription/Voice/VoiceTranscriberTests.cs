using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Synthesis;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Evaluation;
using GrooveGuru.Core.Transcription.Voice;

namespace GrooveGuru.Core.Tests.Transcription.Voice;

public class VoiceTranscriberTests
{
    private const int SampleRateHz = 44100;
    private static readonly (double Onset, double Offset, int Pitch)[] Tune =
        [(0.3, 0.7, 64), (0.7, 1.1, 64), (1.1, 1.5, 67), (1.9, 2.2, 72), (2.2, 2.9, 60)];

    [Theory]
    [InlineData(0)]
    [InlineData(-12)]
    [InlineData(-24)]
    public void Notes_OneVoice_AreTheTune(int transposition)
    {
        VoiceTrack track = Follow(PlayTune(transposition));
        NoteScore score = NoteScore.Compare(
            [.. Tune.Select(note => new ScoredNote(note.Onset, note.Offset, note.Pitch + transposition))],
            [.. VoiceTranscriber.Notes(track).Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.MidiPitch))]);
        Assert.True(VoiceTranscriber.IsAlone(track), $"{VoiceTranscriber.ShareOfClear(track):0.00} of the frames are clear");
        Assert.True(score.F1 >= 0.85, $"precision {score.Precision:f3}, recall {score.Recall:f3}");
    }

    [Fact]
    public void Notes_FollowOneAnother()
    {
        IReadOnlyList<TranscribedNote> notes = VoiceTranscriber.Notes(Follow(PlayTune(0)));
        Assert.NotEmpty(notes);
        Assert.All(notes, note => Assert.True(note.OffsetSeconds > note.OnsetSeconds && note.Velocity is >= 1 and <= 127));
        Assert.All(notes.Zip(notes.Skip(1)), pair => Assert.True(pair.First.OffsetSeconds <= pair.Second.OnsetSeconds));
    }

    [Fact]
    public void IsAlone_TwoVoices_IsNot()
    {
        float[] low = Signals.Sine(196, 0.3, 3, SampleRateHz), high = Signals.Sine(277.18, 0.3, 3, SampleRateHz), third = Signals.Sine(329.63, 0.3, 3, SampleRateHz);
        Assert.False(VoiceTranscriber.IsAlone(Follow(Signals.Mono([.. low.Select((sample, at) => sample + high[at] + third[at])], SampleRateHz))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(441)]
    [InlineData(2 * SampleRateHz)]
    public void Notes_Silence_AreNone(int frameCount)
    {
        VoiceTrack track = Follow(Signals.Mono(new float[frameCount], SampleRateHz));
        Assert.False(VoiceTranscriber.IsAlone(track));
        Assert.Empty(VoiceTranscriber.Notes(track));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Notes_Noise_AreNone(int seed) =>
        Assert.Empty(VoiceTranscriber.Notes(Follow(Signals.Mono(Signals.Noise(0.5, 5, SampleRateHz, seed), SampleRateHz))));

    internal static VoiceTrack Follow(AudioBuffer audio)
    {
        using BufferAudioSource source = new(audio);
        return VoiceFollower.Follow(source);
    }

    private static AudioBuffer PlayTune(int transposition)
    {
        float[] audio = new float[(int)(3.2 * SampleRateHz)];
        var player = new NoteSynthesizer(InstrumentPatches.Lead, SampleRateHz);
        foreach (var (onset, offset, pitch) in Tune)
        {
            player.AddNote(audio, onset, (offset - onset) * 0.9, pitch + transposition, 100);
        }

        return Signals.Mono(audio, SampleRateHz);
    }
}
