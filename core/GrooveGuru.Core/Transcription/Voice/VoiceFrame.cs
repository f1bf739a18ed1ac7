namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>What is heard in one frame of a voice.</summary>
/// <param name="LevelDb">Its level, dB of full scale.</param>
/// <param name="Candidates">Pitches that it may have, MIDI note numbers, with their probabilities.</param>
/// <param name="BandsDb">Levels of bands, dB.</param>
internal sealed record VoiceFrame(float LevelDb, (float Pitch, float Chance)[] Candidates, float[] BandsDb);
