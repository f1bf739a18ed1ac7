using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>Keeps what goes into a loop within what can be heard, so that no loop overflows, stays broken, or turns denormal.</summary>
internal static class AudibleSample
{
    // +120 dB over full scale: nobody's signal, and far from where sums of products overflow.
    private const double LoudestLinear = 1e6;

    // -480 dBFS: far below the last bit of a float of any signal.
    private const double QuietestLinear = 1e-24;

    /// <summary>The sample; 0 for NaN and what is too quiet, the bound for what is too loud.</summary>
    [RealtimeSafe]
    internal static double Of(double sample) => Math.Clamp(OrSilence(sample), -LoudestLinear, LoudestLinear);

    /// <summary>The sample; 0 for NaN and what is too quiet. Enough where what comes in is bounded already.</summary>
    [RealtimeSafe]
    internal static double OrSilence(double sample) => Math.Abs(sample) > QuietestLinear ? sample : 0;
}
