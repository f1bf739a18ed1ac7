namespace GrooveGuru.Host;

/// <summary>The transport at the first frame of a block.</summary>
/// <param name="IsPlaying">Whether it rolls.</param>
/// <param name="ProjectTimeFrames">Project time, frames.</param>
/// <param name="TempoBpm">Tempo, BPM; 0 where the host knows none, as with a file.</param>
/// <param name="MeterNumerator">3 in 3/4.</param>
/// <param name="MeterDenominator">4 in 3/4.</param>
public readonly record struct BlockTransport(
    bool IsPlaying, long ProjectTimeFrames, double TempoBpm, int MeterNumerator, int MeterDenominator);
