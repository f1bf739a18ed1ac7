namespace GrooveGuru.Core.Advice.Faults;

/// <summary>One fault at one strength.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Strength">How plainly.</param>
/// <param name="Amount">
/// How much: dB of a shelf, bell, side, drive or level; rumble over the track's RMS, dB; the ratio of the compressor, 0 for a wall;
/// % of reverb; −∞ for a side that is gone.
/// </param>
public sealed record FaultCase(FaultKind Kind, FaultStrength Strength, double Amount)
{
    /// <summary>A name for tables and JSON: "dull_top/medium", "too_loud/medium".</summary>
    public string Id => $"{FaultNames.Of(Kind)}/{FaultNames.Of(Strength)}";
}
