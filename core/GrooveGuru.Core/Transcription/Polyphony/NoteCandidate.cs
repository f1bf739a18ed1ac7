namespace GrooveGuru.Core.Transcription.Polyphony;

/// <summary>Where a note may begin.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Pitch">The pitch, from 0 for A0.</param>
/// <param name="Strength">How clear the sign of it is, 0 to 1; those that the model itself hears are ahead of all others.</param>
internal readonly record struct NoteCandidate(int Frame, int Pitch, float Strength);
