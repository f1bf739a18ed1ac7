namespace GrooveGuru.Core.Advice;

/// <summary>What kind of material the thresholds must suit.</summary>
public enum MixCharacter
{
    /// <summary>Too short or too quiet to judge.</summary>
    Unknown,

    /// <summary>One or a few instruments: its balance is its own.</summary>
    Sparse,

    /// <summary>Drums alone.</summary>
    Percussion,

    /// <summary>Many instruments over the whole range: the reference balance applies.</summary>
    FullMix,
}
