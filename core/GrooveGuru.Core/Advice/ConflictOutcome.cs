namespace GrooveGuru.Core.Advice;

/// <summary>What became of the advice that gave way.</summary>
public enum ConflictOutcome
{
    /// <summary>It is not among the recommendations.</summary>
    Withheld,

    /// <summary>It is given, but in the whole chain there is less of it.</summary>
    Reduced,

    /// <summary>It is given, but not part of the whole chain.</summary>
    LeftOutOfChain,
}
