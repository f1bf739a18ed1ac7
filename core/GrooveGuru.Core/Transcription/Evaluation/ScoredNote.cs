namespace GrooveGuru.Core.Transcription.Evaluation;

/// <summary>What of a note is compared.</summary>
/// <param name="OnsetSeconds">When it starts, s.</param>
/// <param name="OffsetSeconds">When it ends, s.</param>
/// <param name="MidiPitch">Pitch, MIDI note number; fractions allowed.</param>
public sealed record ScoredNote(double OnsetSeconds, double OffsetSeconds, double MidiPitch);
