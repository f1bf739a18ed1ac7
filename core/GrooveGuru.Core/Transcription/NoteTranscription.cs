namespace GrooveGuru.Core.Transcription;

/// <summary>The notes of a recording.</summary>
/// <param name="Mode">How they were looked for; never <see cref="TranscriptionMode.Auto"/>.</param>
/// <param name="Notes">The notes by onset.</param>
/// <param name="NothingFoundReason">Why there are none, one sentence for the user; null where there are some.</param>
public sealed record NoteTranscription(TranscriptionMode Mode, IReadOnlyList<TranscribedNote> Notes, string? NothingFoundReason);
