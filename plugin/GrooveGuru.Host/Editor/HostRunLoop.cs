using System.Diagnostics;
using System.Runtime.InteropServices;
using GrooveGuru.Host.Native;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Editor;

/// <summary>Linux::IRunLoop: waits on the descriptors and timers of one plugin's window, on the thread that calls <see cref="Run"/>.</summary>
internal sealed unsafe class HostRunLoop : NativeObject
{
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
            RunOnce(end);
        }
        while (Environment.TickCount64 < end);
    }

    private void RunOnce(long endMs)
    {
        foreach ((nint Handler, long IntervalMs, long DueMs) timer in _timers)
        {
            endMs = Math.Min(endMs, timer.DueMs);
        }

        int count = _watched.Count;
        Span<PollRequest> requests = stackalloc PollRequest[count];
        for (int place = 0; place < count; place++)
        {
            requests[place] = new PollRequest { Descriptor = _watched[place].Descriptor, Wanted = PollRequest.Readable };
        }

        fixed (PollRequest* first = requests)
        {
            _ = PollRequest.Poll(first, (nuint)count, (int)Math.Max(0, endMs - Environment.TickCount64));
        }

        foreach (PollRequest request in requests)
        {
            // A call may take back what is watched.
            if (request.Happened != 0 && _watched.FindIndex(each => each.Descriptor == request.Descriptor) is >= 0 and int place)
            {
                nint handler = _watched[place].Handler;
                long start = Stopwatch.GetTimestamp();
                (*(EventHandlerVtable**)handler)->OnDescriptorSet((void*)handler, request.Descriptor);
                Measure(start);
            }
        }

        CallTimers(Environment.TickCount64);
    }

    private void CallTimers(long nowMs)
    {
        for (int place = 0; place < _timers.Count; place++)
        {
            (nint handler, long interval, long due) = _timers[place];
            if (due <= nowMs)
            {
                _timers[place] = (handler, interval, nowMs + interval);
                long start = Stopwatch.GetTimestamp();
                (*(TimerHandlerVtable**)handler)->OnTimer((void*)handler);
                Measure(start);
            }
        }
    }

    private void Measure(long start) => LongestCallMs = Math.Max(LongestCallMs, Stopwatch.GetElapsedTime(start).TotalMilliseconds);

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
