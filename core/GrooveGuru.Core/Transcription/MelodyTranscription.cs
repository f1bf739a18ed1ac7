namespace GrooveGuru.Core.Transcription;

/// <summary>The notes of one voice.</summary>
/// <param name="Notes">The notes by onset; they do not overlap.</param>
/// <param name="NothingFoundReason">Why there are none, one sentence for the user; null where there are some.</param>
public sealed record MelodyTranscription(IReadOnlyList<TranscribedNote> Notes, string? NothingFoundReason);
