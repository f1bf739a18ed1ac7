namespace GrooveGuru.Core.Mixing;

/// <summary>The shape of one band of the parametric EQ.</summary>
public enum EqBandKind
{
    /// <summary>Peak or dip around a frequency.</summary>
    Bell,

    /// <summary>Everything below a frequency up or down.</summary>
    LowShelf,

    /// <summary>Everything above a frequency up or down.</summary>
    HighShelf,

    /// <summary>Takes away what lies below, 12 dB per octave; its gain is not read.</summary>
    HighPass,

    /// <summary>Takes away what lies above, 12 dB per octave; its gain is not read.</summary>
    LowPass,
}
