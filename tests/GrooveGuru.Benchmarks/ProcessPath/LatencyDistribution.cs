using System.Diagnostics;

namespace GrooveGuru.Benchmarks.ProcessPath;

/// <summary>How long single calls took.</summary>
/// <param name="BlockMicroseconds">Length of the block of audio that a call handles.</param>
/// <param name="SortedTicks">Duration of every call in ticks of <see cref="Stopwatch"/>, rising.</param>
internal sealed record LatencyDistribution(double BlockMicroseconds, long[] SortedTicks)
{
    /// <summary>Times single calls.</summary>
    /// <param name="blockMicroseconds">Length of the block of audio that a call handles.</param>
    /// <param name="callCount">How many calls are timed.</param>
    /// <param name="call">The call.</param>
    /// <param name="between">What is done, untimed, after each call.</param>
    public static LatencyDistribution Measure(double blockMicroseconds, int callCount, Action call, Action between)
    {
        long[] ticks = new long[callCount];
        for (int index = -callCount / 10; index < callCount; index++)
        {
            long start = Stopwatch.GetTimestamp();
            call();
            long duration = Stopwatch.GetTimestamp() - start;
            between();
            if (index >= 0)
            {
                ticks[index] = duration;
            }
        }

        Array.Sort(ticks);
        return new LatencyDistribution(blockMicroseconds, ticks);
    }

    /// <summary>The duration that this share of the calls stayed within, microseconds.</summary>
    /// <param name="share">0 to 1.</param>
    public double Microseconds(double share) =>
        1e6 * SortedTicks[(int)Math.Min(SortedTicks.Length - 1L, (long)(share * SortedTicks.Length))] / Stopwatch.Frequency;

    /// <summary>The same in percent of the block's length.</summary>
    public double PercentOfBlock(double share) => 100 * Microseconds(share) / BlockMicroseconds;

    /// <summary>One line for people: p50, p99, p99.9 and the longest.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"p50 {Cell(0.5)}  p99 {Cell(0.99)}  p99.9 {Cell(0.999)}  max {Cell(1)}  ({SortedTicks.Length} blocks)");

    private string Cell(double share) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Microseconds(share):0.00} us = {PercentOfBlock(share):0.000} %");
}
