using System.Diagnostics;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>
/// How long the end of an instance waits for its bridge. After one has waited in vain the next ones hardly wait: a project of
/// fifty tracks must close beside a bridge that hangs.
/// </summary>
internal sealed class EndPatience
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(60);
    private long _wornAt;

    /// <summary>The one of this process.</summary>
    public static EndPatience Shared { get; } = new();

    /// <summary>How long the bridge may take to end a call that was completed.</summary>
    public TimeSpan Answer => IsWorn ? TimeSpan.FromSeconds(0.05) : TimeSpan.FromSeconds(1.5);

    /// <summary>How long everything may take until it is broken off.</summary>
    public TimeSpan Everything => IsWorn ? TimeSpan.FromSeconds(0.15) : TimeSpan.FromSeconds(2);

    /// <summary>A bridge has not answered.</summary>
    public void Wear() => Volatile.Write(ref _wornAt, Stopwatch.GetTimestamp());

    /// <summary>A bridge has answered.</summary>
    public void Renew() => Volatile.Write(ref _wornAt, 0);

    private bool IsWorn => Volatile.Read(ref _wornAt) is var at && at != 0 && Stopwatch.GetElapsedTime(at) < Memory;
}
