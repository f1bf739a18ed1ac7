namespace GrooveGuru.Core.Transcription;

/// <summary>How far the sounding pitch is from the note's own, from a time on.</summary>
/// <param name="Seconds">The time after the note's onset, s.</param>
/// <param name="Semitones">The distance, semitones; above is positive.</param>
public readonly record struct BendPoint(double Seconds, double Semitones);
