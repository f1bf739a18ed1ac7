namespace GrooveGuru.Core.Features;

/// <summary>The stable ids of the features, as used in JSON, protobuf and the window.</summary>
public static class FeatureIds
{
    /// <summary>Perceived tempo, BPM; 0 where there is no pulse.</summary>
    public const string Tempo = "tempo";

    /// <summary>Tonic and mode.</summary>
    public const string Key = "key";

    /// <summary>How sure the key is, 0–1.</summary>
    public const string KeyConfidence = "key_confidence";

    /// <summary>Detected onsets per second.</summary>
    public const string OnsetDensity = "onset_density";

    /// <summary>Prefix of the thirteen cepstral coefficients, mfcc_1 … mfcc_13.</summary>
    public const string MfccPrefix = "mfcc_";

    /// <summary>Mean of mfcc_1 … mfcc_4.</summary>
    public const string MfccBass = "mfcc_bass";

    /// <summary>Mean of mfcc_5 … mfcc_8.</summary>
    public const string MfccMid = "mfcc_mid";

    /// <summary>Mean of mfcc_9 … mfcc_13.</summary>
    public const string MfccTreble = "mfcc_treble";

    /// <summary>Spectral centroid, Hz.</summary>
    public const string SpectralCentroid = "spectral_centroid";

    /// <summary>85 % roll-off, Hz.</summary>
    public const string SpectralRolloff = "spectral_rolloff";

    /// <summary>Octave-band contrast, dB.</summary>
    public const string SpectralContrast = "spectral_contrast";

    /// <summary>Zero crossings per sample, 0–1.</summary>
    public const string ZeroCrossingRate = "zero_crossing_rate";

    /// <summary>RMS level, dBFS.</summary>
    public const string Rms = "rms";

    /// <summary>Peak over RMS, dB.</summary>
    public const string CrestFactor = "crest_factor";

    /// <summary>p95 − p10 of frame RMS, dB.</summary>
    public const string DynamicRange = "dynamic_range";

    /// <summary>Share of harmonic energy, 0–1.</summary>
    public const string HarmonicRatio = "harmonic_ratio";

    /// <summary>Share of percussive energy, 0–1.</summary>
    public const string PercussiveRatio = "percussive_ratio";

    /// <summary>Harmonic change between tonnetz frames.</summary>
    public const string TonnetzChange = "tonnetz_change";

    /// <summary>Pearson correlation of left and right, −1…1.</summary>
    public const string ChannelCorrelation = "channel_correlation";

    /// <summary>Side energy over mid + side, 0–1.</summary>
    public const string StereoWidth = "stereo_width";

    /// <summary>Occupied share of the audible band, 0–1.</summary>
    public const string ArrangementDensity = "arrangement_density";

    /// <summary>Low-frequency transient over sustained energy, 0–1.</summary>
    public const string PunchFactor = "punch_factor";

    /// <summary>Strongest bar-length self-similarity, 0–1.</summary>
    public const string Loopability = "loopability";

    /// <summary>Energy below 60 Hz over all, 0–1.</summary>
    public const string SubBassRatio = "sub_bass_ratio";
}
