namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>One drum that was struck once.</summary>
/// <param name="Seconds">When, s.</param>
/// <param name="Key">General MIDI percussion key.</param>
/// <param name="Velocity">1 to 127.</param>
/// <param name="Probability">How likely it is, 0 to 1.</param>
internal sealed record DrumHit(double Seconds, int Key, int Velocity, double Probability);
