namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>The drums of a recording.</summary>
/// <param name="Notes">Strokes by time, as General MIDI percussion; what was found, whether or not it is believed.</param>
/// <param name="Presence">Whether there are drums at all, and anything else.</param>
public sealed record DrumTranscription(IReadOnlyList<TranscribedNote> Notes, DrumPresence Presence);
