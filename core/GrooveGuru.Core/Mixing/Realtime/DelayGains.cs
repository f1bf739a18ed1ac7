using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>The gains inside a stereo delay, linear.</summary>
/// <param name="Own">From each input to its own side.</param>
/// <param name="Both">From both inputs to the left side.</param>
/// <param name="Same">From an echo to its own side.</param>
/// <param name="Cross">From an echo to the other side.</param>
/// <param name="Dry">From input to output.</param>
/// <param name="Wet">From echo to output.</param>
/// <param name="LowCut">The low cut's coefficient.</param>
/// <param name="HighCut">The high cut's coefficient.</param>
/// <param name="HighCutShare">0 without the high cut, 1 with it.</param>
internal readonly record struct DelayGains(
    double Own,
    double Both,
    double Same,
    double Cross,
    double Dry,
    double Wet,
    double LowCut,
    double HighCut,
    double HighCutShare)
{
    /// <summary>Gains on the way from these to others.</summary>
    [RealtimeSafe]
    internal DelayGains Towards(DelayGains other, double share) => new(
        Own + (share * (other.Own - Own)),
        Both + (share * (other.Both - Both)),
        Same + (share * (other.Same - Same)),
        Cross + (share * (other.Cross - Cross)),
        Dry + (share * (other.Dry - Dry)),
        Wet + (share * (other.Wet - Wet)),
        LowCut + (share * (other.LowCut - LowCut)),
        HighCut + (share * (other.HighCut - HighCut)),
        HighCutShare + (share * (other.HighCutShare - HighCutShare)));
}
