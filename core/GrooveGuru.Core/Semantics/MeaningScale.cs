namespace GrooveGuru.Core.Semantics;

/// <summary>How a feature's range is walked.</summary>
public enum MeaningScale
{
    /// <summary>By difference: levels in dB, shares.</summary>
    Linear,

    /// <summary>By ratio: frequencies, small shares.</summary>
    Logarithmic,

    /// <summary>By the odds: shares of which both ends count, as 2 % and 98 %.</summary>
    Odds,
}
