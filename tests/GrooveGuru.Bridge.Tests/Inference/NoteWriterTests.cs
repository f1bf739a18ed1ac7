using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Bridge.Inference;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Tests;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Evaluation;

namespace GrooveGuru.Bridge.Tests.Inference;

public class NoteWriterTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int SampleRateHz = 44100;

    // Measured 0.95, 0.72 and 0.88; Basic Pitch's own note creation 0.57 and 0.39 on tunes and chorales.
    [SharedFact]
    public void Transcribe_RenderedPieces_KeepTheirFigures()
    {
        Dictionary<string, double> least = new() { ["nott01_reelsh-l28"] = 0.9, ["nott10_reelsd-g83"] = 0.65, ["chorale5_bwv259"] = 0.82 };
        foreach (TruthPiece piece in TruthFile.Read(SharedData.Path("audio/rendered/truth.json")).Where(piece => least.ContainsKey(piece.Id)))
        {
            IReadOnlyList<TranscribedPart> parts = Transcribe($"audio/rendered/{piece.File}", TranscriptionMode.Auto).Parts;
            TranscribedPart part = Assert.Single(parts, part => part.Mode != TranscriptionMode.Drums);
            Assert.Equal(piece.Strokes.Count > 0, parts.Any(part => part.Mode == TranscriptionMode.Drums));
            NoteScore score = NoteScore.Compare(
                [.. piece.Notes.Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.Pitch))],
                [.. part.Notes.Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.MidiPitch))]);
            output.WriteLine($"{piece.Id} {score.F1:f3}");
            Assert.Equal(TranscriptionMode.Poly, part.Mode);
            Assert.True(score.F1 >= least[piece.Id], $"{piece.Id}: precision {score.Precision:f3}, recall {score.Recall:f3}");
        }
    }

    [SharedFact]
    public void Transcribe_Singer_IsOneVoiceWithBends()
    {
        TranscribedPart part = Assert.Single(Transcribe("audio/real/vocadito_10.wav", TranscriptionMode.Auto).Parts);
        Assert.Equal(TranscriptionMode.Mono, part.Mode);
        Assert.All(part.Notes.Zip(part.Notes.Skip(1)), pair => Assert.True(pair.First.OffsetSeconds <= pair.Second.OnsetSeconds));
        Assert.Contains(part.Notes, note => note.Bends.Count > 0);
        Assert.All(part.Notes.SelectMany(note => note.Bends), bend => Assert.InRange(bend.Semitones, -3, 3));
    }

    [Theory]
    [InlineData(TranscriptionMode.Auto)]
    [InlineData(TranscriptionMode.Poly)]
    [InlineData(TranscriptionMode.Mono)]
    public void Transcribe_Silence_SaysWhyThereIsNothing(TranscriptionMode mode)
    {
        NoteTranscription heard = NoteWriter.Transcribe(
            () => new BufferAudioSource(new AudioBuffer(1, 2 * SampleRateHz, SampleRateHz)), mode, null, CancellationToken.None);
        Assert.Empty(heard.Parts);
        Assert.False(string.IsNullOrEmpty(heard.NothingFoundReason));
    }

    [Fact]
    public void Transcribe_OneVoiceWithoutTheModel_SaysThatItIsLessCertain()
    {
        NoteTranscription heard = NoteWriter.Transcribe(
            () => new BufferAudioSource(Jobs.PlayedTune.Make(5)), TranscriptionMode.Mono, null, CancellationToken.None,
            () => throw new ModelUnavailableException("basic-pitch", "it is not on this machine."));
        Assert.Equal(TranscriptionMode.Mono, Assert.Single(heard.Parts).Mode);
        Assert.Contains("less certain", heard.Remark, StringComparison.Ordinal);
        Assert.Contains("basic-pitch", heard.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Transcribe_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => NoteWriter.Transcribe(
            () => new BufferAudioSource(new AudioBuffer(1, 3 * SampleRateHz, SampleRateHz)), TranscriptionMode.Poly, null, cancelled.Token));
    }

    private static NoteTranscription Transcribe(string path, TranscriptionMode mode)
        => NoteWriter.Transcribe(() => AudioFile.Open(SharedData.Path(path)), mode, null, CancellationToken.None);
}
