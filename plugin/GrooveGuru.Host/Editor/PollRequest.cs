using System.Runtime.InteropServices;

namespace GrooveGuru.Host.Editor;

/// <summary>struct pollfd.</summary>
internal unsafe partial struct PollRequest
{
    /// <summary>POLLIN.</summary>
    public const short Readable = 1;

    /// <summary>The file descriptor.</summary>
    public int Descriptor;

    /// <summary>What is waited for.</summary>
    public short Wanted;

    /// <summary>What has happened.</summary>
    public short Happened;

    /// <summary>Waits until something happens or the time is over.</summary>
    [LibraryImport("libc", EntryPoint = "poll")]
    public static partial int Poll(PollRequest* requests, nuint count, int timeoutMs);
}
