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
}
