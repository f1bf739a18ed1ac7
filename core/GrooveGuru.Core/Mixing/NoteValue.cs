namespace GrooveGuru.Core.Mixing;

/// <summary>The note values that delay times are given in, longest first.</summary>
public enum NoteValue
{
    /// <summary>1/1.</summary>
    Whole,

    /// <summary>1/2 dotted.</summary>
    DottedHalf,

    /// <summary>1/2.</summary>
    Half,

    /// <summary>1/4 dotted.</summary>
    DottedQuarter,

    /// <summary>1/2 triplet.</summary>
    HalfTriplet,

    /// <summary>1/4, one beat.</summary>
    Quarter,

    /// <summary>1/8 dotted.</summary>
    DottedEighth,

    /// <summary>1/4 triplet.</summary>
    QuarterTriplet,

    /// <summary>1/8.</summary>
    Eighth,

    /// <summary>1/8 triplet.</summary>
    EighthTriplet,

    /// <summary>1/16.</summary>
    Sixteenth,
}
