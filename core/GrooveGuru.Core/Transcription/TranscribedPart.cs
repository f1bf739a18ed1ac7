namespace GrooveGuru.Core.Transcription;

/// <summary>The notes of a recording that were looked for in one way.</summary>
/// <param name="Mode">How: one voice, several notes at once, or drums, whose pitches are General MIDI percussion.</param>
/// <param name="Notes">The notes by onset; one or more.</param>
public sealed record TranscribedPart(TranscriptionMode Mode, IReadOnlyList<TranscribedNote> Notes);
