namespace GrooveGuru.Core.Advice;

/// <summary>What has become of a recommendation.</summary>
public enum RecommendationStatus
{
    /// <summary>Given, not acted on.</summary>
    Open,

    /// <summary>The user says it was tried.</summary>
    TriedByUser,

    /// <summary>Measured again, and the measure moved as promised.</summary>
    Confirmed,

    /// <summary>The user does not want it.</summary>
    Dismissed,

    /// <summary>Measured again: the measure moved the right way, but not as far as promised.</summary>
    Improved,

    /// <summary>Measured again: the measure is where it was, within what two hearings differ by.</summary>
    Unchanged,

    /// <summary>Measured again: the measure moved the wrong way.</summary>
    Worse,
}
