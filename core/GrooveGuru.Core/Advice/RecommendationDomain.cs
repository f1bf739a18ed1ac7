namespace GrooveGuru.Core.Advice;

/// <summary>The part of the mix that a recommendation changes.</summary>
public enum RecommendationDomain
{
    /// <summary>Level.</summary>
    Gain,

    /// <summary>Equalisation.</summary>
    Eq,

    /// <summary>Compression and expansion.</summary>
    Compression,

    /// <summary>Width, panning, mono compatibility.</summary>
    Spatial,

    /// <summary>Reverb and delay.</summary>
    Temporal,

    /// <summary>Saturation.</summary>
    Saturation,
}
