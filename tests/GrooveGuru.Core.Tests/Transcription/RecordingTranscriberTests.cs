using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Synthesis;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Core.Tests.Transcription;

public class RecordingTranscriberTests
{
    private const int SampleRateHz = 44100;
    private const int Seconds = 10;

    private static readonly NoteTranscription Tune = NoteTranscription.Of(
        TranscriptionMode.Poly, [.. Enumerable.Range(0, Seconds).Select(index => new TranscribedNote(index, index + 0.9, 60, 90, 1))], null);

    private static readonly NoteTranscription Nothing = NoteTranscription.Of(TranscriptionMode.Poly, [], "Nothing here has a pitch that stands out.");

    [Fact]
    public void Transcribe_AutoOnDrumsAlone_WritesThemAndEndsTheSearchForOthers()
    {
        // It may not even have begun.
        bool wentOn = false;
        NoteTranscription heard = RecordingTranscriber.Transcribe(
            Drums,
            TranscriptionMode.Auto,
            (_, _, ending) =>
            {
                wentOn = !ending.WaitHandle.WaitOne(TimeSpan.FromMinutes(2));
                ending.ThrowIfCancellationRequested();
                return Tune;
            });
        Assert.False(wentOn);
        Assert.Equal(TranscriptionMode.Drums, Assert.Single(heard.Parts).Mode);
    }

    [Fact]
    public void Transcribe_AutoOnDrumsAlone_LeavesOutWhatWasFoundBefore()
    {
        NoteTranscription heard = RecordingTranscriber.Transcribe(Drums, TranscriptionMode.Auto, (_, _, _) => Tune);
        Assert.Equal(TranscriptionMode.Drums, Assert.Single(heard.Parts).Mode);
    }

    [Fact]
    public void Transcribe_AutoWithoutTheModel_StillWritesDrumsAlone()
    {
        NoteTranscription heard = RecordingTranscriber.Transcribe(Drums, TranscriptionMode.Auto, (_, _, _) => throw new GrooveGuruException("no model"));
        Assert.Equal(TranscriptionMode.Drums, Assert.Single(heard.Parts).Mode);
        Assert.Throws<GrooveGuruException>(
            () => RecordingTranscriber.Transcribe(Chord, TranscriptionMode.Auto, (_, _, _) => throw new GrooveGuruException("no model")));
    }

    [Fact]
    public void Transcribe_CancelledInEither_IsCancelled()
    {
        using CancellationTokenSource source = new();
        Assert.ThrowsAny<OperationCanceledException>(() => RecordingTranscriber.Transcribe(
            Chord,
            TranscriptionMode.Auto,
            (_, _, ending) =>
            {
                source.Cancel();
                ending.ThrowIfCancellationRequested();
                return Tune;
            },
            null,
            source.Token));
    }

    [Fact]
    public void Transcribe_FailureBesideTheDrums_IsThrownAsItIs()
        => Assert.Throws<InvalidDataException>(
            () => RecordingTranscriber.Transcribe(Chord, TranscriptionMode.Auto, (_, _, _) => throw new InvalidDataException()));

    [Fact]
    public void Transcribe_AutoWithoutDrums_IsWhatHasAPitch()
        => Assert.Same(Tune, RecordingTranscriber.Transcribe(Chord, TranscriptionMode.Auto, (_, _, _) => Tune));

    [Theory]
    [InlineData(TranscriptionMode.Mono)]
    [InlineData(TranscriptionMode.Poly)]
    public void Transcribe_NotesOfDrumsAlone_NamesTheModeThatWritesThem(TranscriptionMode mode)
    {
        NoteTranscription heard = RecordingTranscriber.Transcribe(Drums, mode, (_, _, _) => Nothing);
        Assert.Contains("--mode drums", heard.NothingFoundReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Transcribe_NotesOfWhatIsNoDrums_KeepsItsOwnReason()
        => Assert.Same(Nothing, RecordingTranscriber.Transcribe(Chord, TranscriptionMode.Poly, (_, _, _) => Nothing));

    [Theory]
    [InlineData(TranscriptionMode.Auto)]
    [InlineData(TranscriptionMode.Poly)]
    [InlineData(TranscriptionMode.Drums)]
    public void Transcribe_Progress_EndsAtOneAndNeverGoesBack(TranscriptionMode mode)
    {
        List<double> told = [];
        RecordingTranscriber.Transcribe(
            Drums,
            mode,
            (_, progress, _) =>
            {
                progress?.Report(1);
                return Tune;
            },
            new Told(told));
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
    }

    private static BufferAudioSource Drums()
    {
        float[] samples = new float[Seconds * SampleRateHz];
        DrumSynthesizer drummer = new(SampleRateHz, 1);
        for (int beat = 0; beat < (2 * Seconds) - 2; beat++)
        {
            drummer.AddStroke(samples, 0.5 + (beat * 0.5), beat % 2 == 0 ? DrumVoice.Kick : DrumVoice.Snare, 100);
        }

        return new BufferAudioSource(new AudioBuffer([[.. samples.Select(sample => 0.6f * sample)]], SampleRateHz));
    }

    private static BufferAudioSource Chord() => new(new AudioBuffer(
        [[.. Enumerable.Range(0, Seconds * SampleRateHz).Select(frame => 0.1f * (Tone(frame, 220) + Tone(frame, 277) + Tone(frame, 330)))]], SampleRateHz));

    private static float Tone(int frame, double frequencyHz) => (float)Math.Sin(2 * Math.PI * frequencyHz * frame / SampleRateHz);

    private sealed class Told(List<double> values) : IProgress<double>
    {
        public void Report(double value) => values.Add(value);
    }
}
