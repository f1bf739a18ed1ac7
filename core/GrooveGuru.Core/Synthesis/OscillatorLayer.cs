namespace GrooveGuru.Core.Synthesis;

/// <summary>One oscillator of an instrument.</summary>
/// <param name="Waveform">Its shape.</param>
/// <param name="Semitones">Offset from the note, semitones; fractions detune.</param>
/// <param name="Gain">Linear gain within the instrument.</param>
public sealed record OscillatorLayer(Waveform Waveform, double Semitones, double Gain);
