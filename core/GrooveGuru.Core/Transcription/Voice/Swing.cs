namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>A swing of pitch that was fitted to a stretch.</summary>
/// <param name="Tone">The pitch that it swings around in the middle of the stretch, MIDI note number.</param>
/// <param name="SlopePerSecond">How fast that moves, semitones in a second.</param>
/// <param name="RateHz">How often it swings, Hz.</param>
/// <param name="Semitones">How far it swings to each side, semitones.</param>
/// <param name="StraySemitones">Root mean square of what is neither, semitones.</param>
internal readonly record struct Swing(double Tone, double SlopePerSecond, double RateHz, double Semitones, double StraySemitones);
