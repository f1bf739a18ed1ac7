using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Evaluation;

namespace GrooveGuru.Bridge.Evaluation;

/// <summary>How the notes of one piece were heard.</summary>
/// <param name="Truth">The piece.</param>
/// <param name="Mode">How they were looked for.</param>
/// <param name="HeardCount">The notes that were heard.</param>
/// <param name="Onsets">Right where pitch and onset are.</param>
/// <param name="Offsets">Right where pitch, onset and offset are.</param>
internal sealed record MidiScore(TruthPiece Truth, TranscriptionMode Mode, int HeardCount, NoteScore Onsets, NoteScore Offsets)
{
    /// <summary>Compares what was heard of a piece with its truth.</summary>
    /// <param name="truth">The piece.</param>
    /// <param name="mode">How its notes were looked for; counts where none were found.</param>
    /// <param name="heard">What was heard; its drums do not count.</param>
    public static MidiScore Of(TruthPiece truth, TranscriptionMode mode, NoteTranscription heard)
    {
        ScoredNote[] reference = [.. truth.Notes.Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.Pitch))];
        TranscribedPart[] pitched = [.. heard.Parts.Where(part => part.Mode != TranscriptionMode.Drums)];
        ScoredNote[] estimated = [.. pitched.SelectMany(part => part.Notes).Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.MidiPitch))];
        return new MidiScore(
            truth, pitched.Length == 1 ? pitched[0].Mode : mode, estimated.Length, NoteScore.Compare(reference, estimated), NoteScore.Compare(reference, estimated, withOffsets: true));
    }
}
