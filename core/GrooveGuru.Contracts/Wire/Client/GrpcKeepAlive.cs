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

    /// <summary>
    /// For calls that are cheap to begin again: found out within 7 s, because the clock behind it ticks once a second. Measured by the
    /// benchmark connection-loss: beside 8 busy programs for each core a bridge is silent for up to 2.4 s at a time, and one that was
    /// given up after 1 s + 1.5 s lost 75 connections of 100 tracks within 40 s.
    /// </summary>
    public static GrpcKeepAlive Watchful { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
}
