using System.Text.Json;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.DemoSong;
using GrooveGuru.Core.Synthesis;
using GrooveGuru.Core.Tests.DemoSong;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Evaluation;

namespace GrooveGuru.Core.Tests.Transcription;

public class MelodyTranscriberTests
{
    private const int SampleRateHz = 44100;
    private static readonly (double Onset, double Offset, int Pitch)[] Tune =
        [(0.3, 0.7, 64), (0.7, 1.1, 64), (1.1, 1.5, 67), (1.9, 2.2, 72), (2.2, 2.9, 60)];

    [Theory]
    [InlineData(22050)]
    [InlineData(44100)]
    [InlineData(96000)]
    public void Transcribe_OneVoice_IsTheTune(int sampleRateHz) =>
        Assert.Equal(1, Score(PlayTune(sampleRateHz, 0.5f), Tune.Select(Scored)).F1);

    [Fact]
    public void Transcribe_Quieter_IsTheSameNotes()
    {
        IEnumerable<(double, int)> Notes(float gain) => MelodyTranscriber.Transcribe(PlayTune(SampleRateHz, gain)).Notes
            .Select(note => (Math.Round(note.OnsetSeconds, 2), note.MidiPitch));
        Assert.Equal(Notes(0.5f), Notes(0.25f));
    }

    [Fact]
    public void Transcribe_DemoSongMix_FindsTheLead()
    {
        DemoSongRendering song = RenderedDemoSong.Value;
        NoteScore score = Score(song.Mix, song.Truth.Notes
            .Where(note => note.Part == DemoSongParts.Lead)
            .Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.MidiPitch)));
        Assert.True(score.F1 > 0.93, $"precision {score.Precision:f3}, recall {score.Recall:f3}");
    }

    [SharedFact]
    public void Transcribe_RenderedPiece_FindsTheMelody()
    {
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllText(SharedData.Path("audio/rendered/truth.json")));
        JsonElement piece = truth.RootElement.EnumerateArray().Single(entry => entry.GetProperty("id").GetString() == "nott07_waltzes14");
        NoteScore score = Score(
            AudioFile.ReadAll(SharedData.Path("audio/rendered/nott07_waltzes14.flac")),
            piece.GetProperty("notes").EnumerateArray()
                .Where(note => note.GetProperty("part").GetString() == "melody")
                .Select(note => new ScoredNote(
                    note.GetProperty("onset").GetDouble(), note.GetProperty("offset").GetDouble(), note.GetProperty("pitch").GetDouble())));
        Assert.True(score.F1 > 0.95, $"precision {score.Precision:f3}, recall {score.Recall:f3}");
    }

    [Fact]
    public void Transcribe_Silence_SaysThatThereIsNoPitch() => AssertNothing(new AudioBuffer(2, 2 * SampleRateHz, SampleRateHz));

    [Theory]
    [InlineData(0)]
    [InlineData(441)]
    public void Transcribe_HardlyAnything_SaysThatItIsTooShort(int frameCount) =>
        AssertNothing(Signals.Mono(new float[frameCount], SampleRateHz));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Transcribe_Noise_SaysThatNothingStandsOut(int seed) =>
        AssertNothing(Signals.Mono(Signals.Noise(0.5, 5, SampleRateHz, seed), SampleRateHz));

    [Fact]
    public void Transcribe_DrumsAlone_SaysThatThereIsNoMelody() => AssertNothing(RenderedDemoSong.Value.Stems[DemoSongParts.Drums]);

    [Fact]
    public void Transcribe_NotFiniteSamples_AreTakenAsSilence()
    {
        AudioBuffer audio = PlayTune(SampleRateHz, 0.5f);
        audio.Channel(0)[10] = float.NaN;
        audio.Channel(0)[11] = float.NegativeInfinity;
        Assert.Equal(1, Score(audio, Tune.Select(Scored)).F1);
    }

    [Fact]
    public void Transcribe_Notes_FollowOneAnother()
    {
        IReadOnlyList<TranscribedNote> notes = MelodyTranscriber.Transcribe(PlayTune(SampleRateHz, 0.5f)).Notes;
        Assert.All(notes, note => Assert.True(note.OffsetSeconds > note.OnsetSeconds && note.Velocity is >= 1 and <= 127));
        Assert.All(notes.Zip(notes.Skip(1)), pair => Assert.True(pair.First.OffsetSeconds <= pair.Second.OnsetSeconds));
    }

    [Fact]
    public void Transcribe_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => MelodyTranscriber.Transcribe(PlayTune(SampleRateHz, 0.5f), cancellationToken: cancelled.Token));
    }

    [Fact]
    public void Transcribe_RangeOutsideMidi_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MelodyTranscriber.Transcribe(
            PlayTune(SampleRateHz, 0.5f), new MelodyTranscriptionOptions { LowestMidiPitch = 60, HighestMidiPitch = 50 }));

    private static AudioBuffer PlayTune(int sampleRateHz, float gain)
    {
        float[] audio = new float[(int)(3.2 * sampleRateHz)];
        var player = new NoteSynthesizer(InstrumentPatches.Lead, sampleRateHz);
        foreach (var (onset, offset, pitch) in Tune)
        {
            player.AddNote(audio, onset, (offset - onset) * 0.9, pitch, 100);
        }

        return Signals.Mono(audio.Select(sample => sample * gain).ToArray(), sampleRateHz);
    }

    private static ScoredNote Scored((double Onset, double Offset, int Pitch) note) => new(note.Onset, note.Offset, note.Pitch);

    private static NoteScore Score(AudioBuffer audio, IEnumerable<ScoredNote> truth) => NoteScore.Compare(
        truth.ToArray(),
        MelodyTranscriber.Transcribe(audio).Notes
            .Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.MidiPitch))
            .ToArray());

    private static void AssertNothing(AudioBuffer audio)
    {
        MelodyTranscription result = MelodyTranscriber.Transcribe(audio);
        Assert.Empty(result.Notes);
        Assert.False(string.IsNullOrEmpty(result.NothingFoundReason));
    }
}
