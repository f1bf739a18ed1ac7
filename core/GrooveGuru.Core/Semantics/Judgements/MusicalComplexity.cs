namespace GrooveGuru.Core.Semantics.Judgements;

/// <summary>How much happens in the music at once and one after the other.</summary>
public enum MusicalComplexity
{
    /// <summary>Few notes, few chords, a thin sound.</summary>
    Simple,

    /// <summary>What most music does.</summary>
    Moderate,

    /// <summary>Many notes and chords in a full sound.</summary>
    Complex,
}
