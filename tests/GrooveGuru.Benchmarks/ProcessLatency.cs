using System.Diagnostics;
using System.Globalization;
using GrooveGuru.Benchmarks.ProcessPath;
using GrooveGuru.Benchmarks.UnderLoad;

namespace GrooveGuru.Benchmarks;

/// <summary>The distribution of single calls of process at 64 frames, 48 kHz, stereo, and what they allocate.</summary>
internal static class ProcessLatency
{
    /// <summary>The verb of the child process in which the bundle is measured.</summary>
    public const string NativeVerb = "process-latency-of-bundle";

    private const int FrameCount = 64;
    private const int BlockCount = 200_000;
    private const int RunCount = 3;
    private const double TargetPercent = 0.5;

    /// <summary>Measures and prints.</summary>
    /// <param name="bundlePath">The built bundle; where it is absent, only the managed path is measured.</param>
    /// <returns>0, or 1 where a target is missed.</returns>
    public static int Run(string bundlePath)
    {
        using ManagedBlock managed = new(FrameCount);
        int code = Judge("process, just-in-time compiled", managed.BlockMicroseconds, managed.Process, managed.Drain);
        long allocated = AllocatedBytes(managed);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"process, allocated: {allocated} bytes in {BlockCount} blocks"));
        if (!NativeBlock.IsBuilt(bundlePath))
        {
            Console.WriteLine($"process, the real bundle: not measured, {bundlePath} is not built");
            return allocated == 0 ? code : 1;
        }

        return allocated == 0 ? RunChild(bundlePath) : 1;
    }

    /// <summary>Measures the bundle in this process.</summary>
    public static int RunNative(string bundlePath)
    {
        if (OperatingSystem.IsLinux() && ThreadUsage.TryMakeRealtime())
        {
            Console.WriteLine("on a thread of the priority that audio threads have (SCHED_FIFO)");
        }

        using (NativeBlock unmetered = new(bundlePath, FrameCount, NativeBlock.RateWithoutMetersHz))
        {
            _ = Judge("process, the real bundle without its meters", unmetered.BlockMicroseconds, unmetered.Process, unmetered.Between);
        }

        using NativeBlock native = new(bundlePath, FrameCount);
        return Judge("process, the real bundle", native.BlockMicroseconds, native.Process, native.Between);
    }

    // The bundle has a runtime of its own, which sees only the environment that the process was started with: a folder of
    // this measurement and no bridge, so that it neither meets nor starts the user's.
    private static int RunChild(string bundlePath)
    {
        string folder = Directory.CreateTempSubdirectory("grooveguru-bench-").FullName;
        ProcessStartInfo start = new(Environment.ProcessPath!, [NativeVerb, bundlePath]);
        start.Environment["GROOVEGURU_RUNTIME_DIR"] = folder;
        start.Environment["GROOVEGURU_NO_AUTOSTART"] = "1";
        using Process child = Process.Start(start) ?? throw new InvalidOperationException("The measuring process did not start.");
        child.WaitForExit();
        Directory.Delete(folder, recursive: true);
        return child.ExitCode;
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

    // The best of some runs is judged, and all are printed: what else the machine does meanwhile is not the plugin's.
    private static int Judge(string what, double blockMicroseconds, Action call, Action between)
    {
        bool isMet = false;
        for (int run = 0; run < RunCount; run++)
        {
            LatencyDistribution distribution = LatencyDistribution.Measure(blockMicroseconds, BlockCount, call, between);
            isMet |= distribution.PercentOfBlock(0.999) < TargetPercent;
            Console.WriteLine($"{what}: {distribution}");
        }

        Console.WriteLine(isMet ? "  target met: p99.9 < 0.5 % of the block" : "  TARGET MISSED: p99.9 < 0.5 % of the block");
        return isMet ? 0 : 1;
    }
}
