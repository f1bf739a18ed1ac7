namespace GrooveGuru.Benchmarks;

/// <summary>What carrying one captured track costs, client and server together.</summary>
/// <param name="WallSeconds">How long audio was sent.</param>
/// <param name="SentBytes">How many bytes of samples were sent.</param>
/// <param name="Chunks">In how many messages.</param>
/// <param name="CpuSeconds">Processor time of the whole process, both sides of the stream in it.</param>
/// <param name="IdleCpuSeconds">Processor time of the same process over the same time with the call open but silent.</param>
/// <param name="AllocatedBytes">Managed bytes that both sides allocated.</param>
public sealed record CaptureStreamCostResult(
    double WallSeconds, long SentBytes, int Chunks, double CpuSeconds, double IdleCpuSeconds, long AllocatedBytes)
{
    /// <summary>Cost in percent of one core, pacing included.</summary>
    public double PercentOfOneCore => 100 * CpuSeconds / WallSeconds;

    /// <summary>The figures in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"capture stream: {SentBytes / WallSeconds / 1e6:F2} MB/s in {Chunks} chunks over {WallSeconds:F1} s cost {PercentOfOneCore:F2} % of one core (idle {100 * IdleCpuSeconds / WallSeconds:F2} %), {AllocatedBytes / (double)SentBytes:F2} bytes allocated for each byte sent");
}
