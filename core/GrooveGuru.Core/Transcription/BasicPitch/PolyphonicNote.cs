namespace GrooveGuru.Core.Transcription.BasicPitch;

/// <summary>A note that Basic Pitch heard.</summary>
/// <param name="OnsetSeconds">When it begins, s.</param>
/// <param name="OffsetSeconds">When it ends, s.</param>
/// <param name="MidiPitch">MIDI note number.</param>
/// <param name="Amplitude">How clearly it sounds, 0 to 1; the reference takes it as loudness.</param>
/// <param name="BendThirds">Its pitch in each frame, in thirds of a semitone above it.</param>
public sealed record PolyphonicNote(double OnsetSeconds, double OffsetSeconds, int MidiPitch, float Amplitude, IReadOnlyList<int> BendThirds)
{
    private const double MaxVelocity = 127;

    /// <summary>Velocity, 1 to 127.</summary>
    public int Velocity => (int)Math.Clamp(Math.Round(MaxVelocity * Amplitude), 1, MaxVelocity);
}
