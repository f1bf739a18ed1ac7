namespace GrooveGuru.Core.Advice.Faults;

/// <summary>A fault of a mix that can be made on purpose, and that advice is to find.</summary>
public enum FaultKind
{
    /// <summary>The top end is missing: a high shelf turned down.</summary>
    DullTop,

    /// <summary>The low mids pile up: a bell at 300 Hz.</summary>
    MuddyLowMids,

    /// <summary>Noise below what is played: footsteps, traffic, a shaken stand.</summary>
    SubRumble,

    /// <summary>A hump in the upper mids: a bell at 3 to 5 kHz.</summary>
    HarshUpperMids,

    /// <summary>The dynamics are squeezed, at the same loudness.</summary>
    OverCompression,

    /// <summary>Peaks cut off at full scale.</summary>
    Clipping,

    /// <summary>The side is too quiet, or gone.</summary>
    NarrowImage,

    /// <summary>The side is too loud.</summary>
    WideImage,

    /// <summary>One channel is turned over.</summary>
    FlippedPolarity,

    /// <summary>A long reverb over a fast track.</summary>
    ReverbWash,

    /// <summary>The level is far too low.</summary>
    TooQuiet,

    /// <summary>The level is too high.</summary>
    TooLoud,
}
