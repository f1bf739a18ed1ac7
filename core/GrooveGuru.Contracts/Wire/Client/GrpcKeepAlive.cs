namespace GrooveGuru.Contracts.Wire.Client;

/// <summary>How soon a peer that stands still without dying is found out, by HTTP/2 pings.</summary>
/// <param name="Delay">A ping is sent when nothing has come for so long; at least 1 s.</param>
/// <param name="Timeout">The connection is given up when it is not answered for so long; at least 1 s.</param>
public sealed record GrpcKeepAlive(TimeSpan Delay, TimeSpan Timeout)
{
    /// <summary>
    /// For calls that must not be lost to a machine under full load, or one that has just woken up: found out after half a minute.
    /// </summary>
    public static GrpcKeepAlive Patient { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));

    /// <summary>For calls that are cheap to begin again: found out within 4 s, because the clock behind it ticks once a second.</summary>
    public static GrpcKeepAlive Watchful { get; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.5));
}
