namespace GrooveGuru.Core.Arrangement;

/// <summary>The note value that notes are moved to.</summary>
public enum QuantiseGrid
{
    /// <summary>The one that the notes fit best.</summary>
    Auto,

    /// <summary>Quarters.</summary>
    Quarter,

    /// <summary>Eighths.</summary>
    Eighth,

    /// <summary>Triplets of eighths: three to a quarter.</summary>
    EighthTriplet,

    /// <summary>Sixteenths.</summary>
    Sixteenth,

    /// <summary>Triplets of sixteenths: six to a quarter.</summary>
    SixteenthTriplet,

    /// <summary>Thirty-seconds.</summary>
    ThirtySecond,
}
