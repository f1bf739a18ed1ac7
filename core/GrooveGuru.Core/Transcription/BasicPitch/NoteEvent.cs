namespace GrooveGuru.Core.Transcription.BasicPitch;

/// <summary>A note in the model's frames.</summary>
/// <param name="StartFrame">The first frame.</param>
/// <param name="EndFrame">The frame after the last.</param>
/// <param name="MidiPitch">MIDI note number.</param>
/// <param name="Amplitude">Mean probability of it, 0 to 1.</param>
public sealed record NoteEvent(int StartFrame, int EndFrame, int MidiPitch, float Amplitude);
