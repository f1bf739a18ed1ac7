namespace GrooveGuru.Core.Tonality;

/// <summary>The kinds of chord that are told apart.</summary>
public enum ChordQuality
{
    /// <summary>Major third and perfect fifth: "C".</summary>
    Major,

    /// <summary>Minor third and perfect fifth: "Cm".</summary>
    Minor,

    /// <summary>Major triad with a minor seventh: "C7".</summary>
    Seventh,

    /// <summary>Minor third and diminished fifth: "Cdim".</summary>
    Diminished,

    /// <summary>No chord sounds: "N".</summary>
    None,

    /// <summary>A chord of another kind: suspended, augmented or unknown.</summary>
    Other,
}
