using System.Globalization;
using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.BasicPitch;
using GrooveGuru.Core.Transcription.Evaluation;
using GrooveGuru.Core.Transcription.Polyphony;
using GrooveGuru.Core.Transcription.Voice;

namespace GrooveGuru.Fitting.Notes;

/// <summary>Compares the ways to write notes down: the reference's note creation, the note model, and the followers of one voice.</summary>
internal static class NoteTrial
{
    /// <summary>Prints the F1 of onsets, and of onsets and offsets, by kind of piece.</summary>
    /// <param name="options">The truth files; with an "out file" that is there, the note model in it is tried instead of Core's.</param>
    public static void Run(FittingOptions options)
    {
        NoteModel model = NoteModel.Shipped;
        if (options.OutFile is { } path)
        {
            using FileStream file = File.OpenRead(path);
            model = NoteModel.Read(file);
        }

        var scores = options.TruthFiles.SelectMany(path => TruthFile.Read(path)
                .Where(truth => truth.Notes.Count > 0)
                .Select(truth => (Truth: truth, Audio: Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, truth.File))))
            .ToList().AsParallel().AsOrdered().SelectMany(piece => Ways(piece.Truth, piece.Audio, model)).ToList();
        foreach (var group in scores.GroupBy(score => (score.Group, score.Way)))
        {
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{group.Key.Group} ({group.Count()}), {group.Key.Way}: F1 {group.Average(score => score.Onsets):0.000}, with ends {group.Average(score => score.Ends):0.000}; {group.Min(score => score.Measure):0.00} to {group.Max(score => score.Measure):0.00}"));
        }
    }

    private static IEnumerable<(string Group, string Way, double Onsets, double Ends, double Measure)> Ways(TruthPiece truth, string audio, NoteModel model)
    {
        HeardStretch heard = HeardFile.Of(audio);
        VoiceTrack track;
        using (IAudioSource source = AudioFile.Open(audio))
        {
            track = VoiceFollower.Follow(source);
        }

        IReadOnlyList<TranscribedNote> chosen = NoteChooser.Choose(heard, model);
        yield return Score(truth, "reference", 0, NoteCreation.Create(heard.Posteriors, new NoteCreationOptions())
            .Select(note => new ScoredNote(BasicPitchFraming.SecondsAt(note.StartFrame), BasicPitchFraming.SecondsAt(note.EndFrame), note.MidiPitch)));
        yield return Score(truth, "model; share of chords", NoteTranscriber.ShareOfChords(chosen), Scored(chosen));
        yield return Score(truth, "voice; share of clear frames", VoiceTranscriber.ShareOfClear(track), Scored(VoiceTranscriber.Notes(track)));
        IReadOnlyList<TranscribedNote> voice = VoiceTranscriber.Notes(track), melody = MelodyTranscriber.Transcribe(AudioFile.ReadAll(audio)).Notes;
        yield return Score(truth, "melody", 0, Scored(melody));
        yield return Score(truth, "majority of melody, model and voice", 0, Scored(NoteVote.OfVoice(melody, chosen, voice)));
    }

    private static IEnumerable<ScoredNote> Scored(IEnumerable<TranscribedNote> notes)
        => notes.Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.MidiPitch));

    private static (string Group, string Way, double Onsets, double Ends, double Measure) Score(TruthPiece truth, string way, double measure, IEnumerable<ScoredNote> notes)
    {
        ScoredNote[] reference = [.. truth.Notes.Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.Pitch))], estimated = [.. notes];
        return (truth.Group, way, NoteScore.Compare(reference, estimated).F1, NoteScore.Compare(reference, estimated, withOffsets: true).F1, measure);
    }
}
