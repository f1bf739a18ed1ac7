using System.Diagnostics;
using System.Runtime.InteropServices;
using GrooveGuru.Host.Native;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Editor;

/// <summary>Linux::IRunLoop: waits on the descriptors and timers of one plugin's window, on the thread that calls <see cref="Run"/>.</summary>
internal sealed unsafe class HostRunLoop : NativeObject
{
    private const int LongestWaitMs = 10;
    private static readonly RunLoopVtable* Functions = Allocate(new RunLoopVtable
    {
        Base = UnknownFunctions,
        RegisterEventHandler = &RegisterEventHandler,
        UnregisterEventHandler = &UnregisterEventHandler,
        RegisterTimer = &RegisterTimer,
        UnregisterTimer = &UnregisterTimer,
    });

    private readonly List<(nint Handler, int Descriptor)> _watched = [];
    private readonly List<(nint Handler, long IntervalMs, long DueMs)> _timers = [];

    /// <summary>A loop that waits for nothing yet.</summary>
    public HostRunLoop()
        : base(InterfaceIds.RunLoop, Functions)
    {
    }

    /// <summary>Descriptors and timers that are registered now.</summary>
    public (int Descriptors, int Timers) Registered => (_watched.Count, _timers.Count);

    /// <summary>How long the longest call into the plugin took, ms.</summary>
    public double LongestCallMs { get; private set; }

    /// <summary>Calls what is due, for some time.</summary>
    public void Run(TimeSpan time)
    {
        long end = Environment.TickCount64 + (long)time.TotalMilliseconds;
        do
        {
            RunOnce();
        }
        while (Environment.TickCount64 < end);
    }

    private void RunOnce()
    {
        PollRequest[] requests = _watched.Select(each => new PollRequest { Descriptor = each.Descriptor, Wanted = PollRequest.Readable }).ToArray();
        fixed (PollRequest* first = requests)
        {
            _ = PollRequest.Poll(first, (nuint)requests.Length, LongestWaitMs);
        }

        foreach (PollRequest request in requests.Where(request => request.Happened != 0))
        {
            foreach ((nint handler, int descriptor) in _watched.Where(each => each.Descriptor == request.Descriptor).ToArray())
            {
                Measure(() => (*(EventHandlerVtable**)handler)->OnDescriptorSet((void*)handler, descriptor));
            }
        }

        long now = Environment.TickCount64;
        foreach ((nint handler, long interval, _) in _timers.Where(each => each.DueMs <= now).ToArray())
        {
            int place = _timers.FindIndex(each => each.Handler == handler);
            if (place >= 0)
            {
                _timers[place] = (handler, interval, now + interval);
                Measure(() => (*(TimerHandlerVtable**)handler)->OnTimer((void*)handler));
            }
        }
    }

    private void Measure(Action call)
    {
        long start = Stopwatch.GetTimestamp();
        call();
        LongestCallMs = Math.Max(LongestCallMs, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    [UnmanagedCallersOnly]
    private static int RegisterEventHandler(void* self, void* handler, int descriptor)
    {
        InterfaceSlot.OwnerOf<HostRunLoop>(self)._watched.Add(((nint)handler, descriptor));
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int UnregisterEventHandler(void* self, void* handler)
    {
        nint gone = (nint)handler;
        return InterfaceSlot.OwnerOf<HostRunLoop>(self)._watched.RemoveAll(each => each.Handler == gone) > 0 ? Result.Ok : Result.False;
    }

    [UnmanagedCallersOnly]
    private static int RegisterTimer(void* self, void* handler, ulong intervalMs)
    {
        InterfaceSlot.OwnerOf<HostRunLoop>(self)._timers.Add(((nint)handler, (long)intervalMs, Environment.TickCount64 + (long)intervalMs));
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int UnregisterTimer(void* self, void* handler)
    {
        nint gone = (nint)handler;
        return InterfaceSlot.OwnerOf<HostRunLoop>(self)._timers.RemoveAll(each => each.Handler == gone) > 0 ? Result.Ok : Result.False;
    }
}
