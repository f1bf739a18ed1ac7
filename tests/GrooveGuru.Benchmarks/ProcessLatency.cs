using System.Globalization;
using GrooveGuru.Benchmarks.ProcessPath;

namespace GrooveGuru.Benchmarks;

/// <summary>The distribution of single calls of process at 64 frames, 48 kHz, stereo, and what they allocate.</summary>
internal static class ProcessLatency
{
    private const int FrameCount = 64;
    private const int BlockCount = 200_000;
    private const double TargetPercent = 0.5;

    /// <summary>Measures and prints.</summary>
    /// <param name="bundlePath">The built bundle; where it is absent, only the managed path is measured.</param>
    /// <returns>0, or 1 where a target is missed.</returns>
    public static int Run(string bundlePath)
    {
        using ManagedBlock managed = new(FrameCount);
        LatencyDistribution distribution = LatencyDistribution.Measure(managed.BlockMicroseconds, BlockCount, managed.Process, managed.Drain);
        Print("process, just-in-time compiled", distribution);
        long allocated = AllocatedBytes(managed);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"process, allocated: {allocated} bytes in {BlockCount} blocks"));
        LatencyDistribution judged = distribution;
        if (NativeBlock.IsBuilt(bundlePath))
        {
            using NativeBlock native = new(bundlePath, FrameCount);
            judged = LatencyDistribution.Measure(native.BlockMicroseconds, BlockCount, native.Process, () => { });
            Print("process, the real bundle", judged);
        }
        else
        {
            Console.WriteLine($"process, the real bundle: not measured, {bundlePath} is not built");
        }

        bool isMet = judged.PercentOfBlock(0.999) < TargetPercent && allocated == 0;
        Console.WriteLine(isMet ? "target met: p99.9 < 0.5 % of the block, 0 bytes" : "TARGET MISSED: p99.9 < 0.5 % of the block, 0 bytes");
        return isMet ? 0 : 1;
    }

    private static long AllocatedBytes(ManagedBlock block)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < BlockCount; call++)
        {
            block.Process();
            block.Drain();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Print(string what, LatencyDistribution distribution) => Console.WriteLine($"{what}: {distribution}");
}
