namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>What a track is for: rules are tuned on one half of the material, and the other one says how good they are.</summary>
internal enum MaterialHalf
{
    /// <summary>In view while rules are made.</summary>
    Tuned,

    /// <summary>Scored only.</summary>
    Reported,
}
