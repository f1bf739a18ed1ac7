namespace GrooveGuru.Core.Advice.Chains;

/// <summary>The places of a signal chain, first to last.</summary>
public enum ChainStage
{
    /// <summary>What is broken: polarity, clipping, rumble.</summary>
    Repair,

    /// <summary>Cuts.</summary>
    CorrectiveEq,

    /// <summary>Compression and expansion.</summary>
    Dynamics,

    /// <summary>Boosts.</summary>
    TonalEq,

    /// <summary>Saturation.</summary>
    Saturation,

    /// <summary>Width.</summary>
    Width,

    /// <summary>Delay and reverb.</summary>
    Space,

    /// <summary>Gain and limiter.</summary>
    Level,
}
