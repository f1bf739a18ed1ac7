namespace GrooveGuru.Core.Synthesis;

/// <summary>The instruments that the project plays its own music with.</summary>
public static class InstrumentPatches
{
    /// <summary>A singing lead: saw and square with a late vibrato.</summary>
    public static InstrumentPatch Lead { get; } = new()
    {
        Layers = [new(Waveform.Saw, 0, 0.6), new(Waveform.Square, 0.05, 0.3), new(Waveform.Sine, 0, 0.35)],
        Amplitude = new(0.012, 0.25, 0.72, 0.045),
        FilterKeyMultiple = 3.2,
        FilterEnvelopeOctaves = 1.6,
        FilterDecaySeconds = 0.22,
        FilterQ = 1.1,
        VibratoCents = 14,
        LevelDb = -9.5,
    };

    /// <summary>A round electric bass: saw over a sine.</summary>
    public static InstrumentPatch Bass { get; } = new()
    {
        Layers = [new(Waveform.Saw, 0, 0.45), new(Waveform.Sine, 0, 0.7)],
        Amplitude = new(0.006, 0.35, 0.55, 0.03),
        FilterKeyMultiple = 2.2,
        FilterEnvelopeOctaves = 2.2,
        FilterDecaySeconds = 0.12,
        LevelDb = -14,
    };

    /// <summary>Soft keys: a triangle with a quiet octave, struck and decaying.</summary>
    public static InstrumentPatch Keys { get; } = new()
    {
        Layers =
        [
            new(Waveform.Triangle, -0.04, 0.5), new(Waveform.Triangle, 0.04, 0.5),
            new(Waveform.Saw, 0.02, 0.16), new(Waveform.Sine, 12, 0.18),
        ],
        Amplitude = new(0.008, 0.7, 0.3, 0.09),
        FilterKeyMultiple = 4,
        FilterEnvelopeOctaves = 1.5,
        FilterDecaySeconds = 0.3,
        LevelDb = -15.5,
    };
}
