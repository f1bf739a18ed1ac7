namespace GrooveGuru.Core.Semantics;

/// <summary>How much of a quality is there, in seven steps: each a seventh of the normalised value.</summary>
public enum SemanticLevel
{
    /// <summary>Next to nothing of it.</summary>
    Minimal,

    /// <summary>A trace of it.</summary>
    Subtle,

    /// <summary>Some of it.</summary>
    Moderate,

    /// <summary>As much as music usually has.</summary>
    Full,

    /// <summary>More than usual.</summary>
    Strong,

    /// <summary>Much more than usual.</summary>
    Intense,

    /// <summary>It stands before everything else.</summary>
    Dominant,
}
