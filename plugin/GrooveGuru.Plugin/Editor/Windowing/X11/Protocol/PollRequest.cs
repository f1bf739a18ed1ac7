using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Editor.Windowing.X11.Protocol;

/// <summary>struct pollfd.</summary>
internal unsafe partial struct PollRequest
{
    private const short Readable = 1;

    private int _descriptor;
    private short _wanted;
    private short _happened;

    /// <summary>Waits until a descriptor has something to read, or the time is over.</summary>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="timeoutMs">Time, ms.</param>
    public static void Wait(int descriptor, int timeoutMs)
    {
        PollRequest request = new() { _descriptor = descriptor, _wanted = Readable, _happened = 0 };
        _ = Poll(&request, 1, timeoutMs);
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(PollRequest* requests, nuint count, int timeoutMs);
}
