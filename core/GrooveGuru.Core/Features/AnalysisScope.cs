namespace GrooveGuru.Core.Features;

/// <summary>Which groups of measurements are made; each one left out saves its time.</summary>
[Flags]
public enum AnalysisScope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>RMS, crest factor, dynamic range, clipping, DC offset.</summary>
    Level = 1,

    /// <summary>Loudness and true peak.</summary>
    Loudness = 2,

    /// <summary>Timbre, tonal balance, density, punch, sub bass.</summary>
    Spectrum = 4,

    /// <summary>Correlation and width.</summary>
    Stereo = 8,

    /// <summary>Harmonic and percussive share.</summary>
    HarmonicPercussive = 16,

    /// <summary>Onsets, tempo, beats.</summary>
    Rhythm = 32,

    /// <summary>Key and harmonic change.</summary>
    Tonality = 64,

    /// <summary>Noise floor, the stereo field by band, and the outline of the waveform.</summary>
    Detail = 128,

    /// <summary>Everything.</summary>
    All = Level | Loudness | Spectrum | Stereo | HarmonicPercussive | Rhythm | Tonality | Detail,
}
