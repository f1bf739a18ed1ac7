namespace GrooveGuru.Core.Tonality;

/// <summary>A partial that stands out of a spectrum.</summary>
/// <param name="Pitch">MIDI pitch with its fraction, semitones; 69 is 440 Hz.</param>
/// <param name="Amplitude">Magnitude over that of the loudest peak of its frame, above 0, at most 1.</param>
internal readonly record struct SpectralPeak(float Pitch, float Amplitude);
