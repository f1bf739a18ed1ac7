namespace GrooveGuru.Core.Semantics;

/// <summary>Where a value lies within what music usually shows.</summary>
public enum Intensity
{
    /// <summary>Lowest fifth.</summary>
    VeryLow,

    /// <summary>Second fifth.</summary>
    Low,

    /// <summary>Middle fifth.</summary>
    Moderate,

    /// <summary>Fourth fifth.</summary>
    High,

    /// <summary>Highest fifth.</summary>
    VeryHigh,
}
