namespace GrooveGuru.Core.Features;

/// <summary>The six groups of the 36 features.</summary>
public enum FeatureDomain
{
    /// <summary>Tempo, key, onsets.</summary>
    Musical,

    /// <summary>Timbre: MFCC, centroid, roll-off, contrast, zero crossings.</summary>
    Spectral,

    /// <summary>Level and its movement.</summary>
    Dynamic,

    /// <summary>Sustained against struck.</summary>
    HarmonicPercussive,

    /// <summary>The stereo field.</summary>
    Spatial,

    /// <summary>Judged from several of the others.</summary>
    Derived,
}
