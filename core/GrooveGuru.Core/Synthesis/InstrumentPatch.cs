namespace GrooveGuru.Core.Synthesis;

/// <summary>What a pitched instrument is made of.</summary>
public sealed record InstrumentPatch
{
    /// <summary>The oscillators that sound together.</summary>
    public required IReadOnlyList<OscillatorLayer> Layers { get; init; }

    /// <summary>Level over the life of a note.</summary>
    public required Envelope Amplitude { get; init; }

    /// <summary>Corner of the low-pass as a multiple of the note's frequency when its envelope is at zero.</summary>
    public required double FilterKeyMultiple { get; init; }

    /// <summary>Octaves that the filter's envelope opens it by at full velocity.</summary>
    public required double FilterEnvelopeOctaves { get; init; }

    /// <summary>Fall of the filter's envelope, time constant, s.</summary>
    public required double FilterDecaySeconds { get; init; }

    /// <summary>Resonance of the low-pass.</summary>
    public double FilterQ { get; init; } = 0.8;

    /// <summary>Depth of the vibrato once it has come in, cents to each side.</summary>
    public double VibratoCents { get; init; }

    /// <summary>Speed of the vibrato, Hz.</summary>
    public double VibratoRateHz { get; init; } = 5.4;

    /// <summary>Time until the vibrato has come in, s.</summary>
    public double VibratoDelaySeconds { get; init; } = 0.35;

    /// <summary>Level of a note at full velocity, dBFS peak, about.</summary>
    public double LevelDb { get; init; } = -12;
}
