using System.Runtime.InteropServices;

namespace GrooveGuru.Benchmarks.UnderLoad;

/// <summary>What the kernel counts of the calling thread. Linux only.</summary>
/// <param name="CpuNanoseconds">Processor time, ns.</param>
/// <param name="Waits">Times that it gave the processor up by itself: a wait, as for a collection.</param>
/// <param name="Preemptions">Times that the processor was taken from it.</param>
/// <param name="PageFaults">Pages that the kernel had to map.</param>
internal readonly partial record struct ThreadUsage(long CpuNanoseconds, long Waits, long Preemptions, long PageFaults)
{
    private const int ThisThread = 1;
    private const int ThreadCpuClock = 3;
    private const int FirstInFirstOut = 1;

    /// <summary>The counts now; enters the kernel twice.</summary>
    public static unsafe ThreadUsage Now
    {
        get
        {
            long* usage = stackalloc long[18]; // two times of two words, then fourteen counts
            _ = GetUsage(ThisThread, usage);
            return new ThreadUsage(CpuTime, usage[4 + 12], usage[4 + 13], usage[4 + 4]);
        }
    }

    /// <summary>Processor time of the calling thread, ns.</summary>
    public static unsafe long CpuTime
    {
        get
        {
            long* time = stackalloc long[2];
            _ = GetTime(ThreadCpuClock, time);
            return (time[0] * 1_000_000_000) + time[1];
        }
    }

    /// <summary>Gives the calling thread the priority that audio threads have.</summary>
    /// <returns>Whether it was given.</returns>
    public static bool TryMakeRealtime()
    {
        int priority = 60;
        return SetScheduler(0, FirstInFirstOut, in priority) == 0;
    }

    /// <summary>Sleeps, with the precision of the kernel's timers.</summary>
    public static unsafe void Sleep(long nanoseconds)
    {
        long* time = stackalloc long[2] { 0, nanoseconds };
        _ = NanoSleep(time, null);
    }

    /// <summary>What was counted between two readings.</summary>
    public static ThreadUsage operator -(ThreadUsage later, ThreadUsage earlier) => new(
        later.CpuNanoseconds - earlier.CpuNanoseconds, later.Waits - earlier.Waits, later.Preemptions - earlier.Preemptions,
        later.PageFaults - earlier.PageFaults);

    [SuppressGCTransition]
    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static unsafe partial int GetUsage(int who, long* usage);

    [SuppressGCTransition]
    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static unsafe partial int GetTime(int clock, long* time);

    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    private static partial int SetScheduler(int process, int policy, in int priority);

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static unsafe partial int NanoSleep(long* time, long* left);
}
