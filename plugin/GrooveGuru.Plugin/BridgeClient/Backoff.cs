namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>The time between two attempts: 0.25 s, doubled up to 8 s, each moved by up to a quarter so that many instances spread.</summary>
internal sealed class Backoff(Random random)
{
    /// <summary>The shortest time before jitter.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.25);

    /// <summary>The longest time before jitter.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    private TimeSpan _next = Shortest;

    /// <summary>Starts over: something has changed for the better.</summary>
    public void Reset() => _next = Shortest;

    /// <summary>The time to wait now.</summary>
    public TimeSpan Next()
    {
        TimeSpan now = _next;
        _next = now + now < Longest ? now + now : Longest;
        return Jittered(now);
    }

    /// <summary>The longest time: for what only a user can mend.</summary>
    public TimeSpan Slow() => Jittered(Longest);

    private TimeSpan Jittered(TimeSpan time) => time * (0.75 + (0.5 * random.NextDouble()));
}
