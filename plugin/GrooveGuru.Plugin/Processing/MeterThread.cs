using GrooveGuru.Plugin.Diagnostics;

namespace GrooveGuru.Plugin.Processing;

/// <summary>
/// One thread for the meters of all active instances of the process: it starts with the first and ends with the last. It sleeps for a
/// second at most and wakes sooner only where a ring would fill up sooner, as in an export; a window that looks catches up by itself.
/// </summary>
/// <remarks>What one instance's meters throw is reported and stops neither the others' nor the host.</remarks>
/// <param name="start">Starts a thread, or throws where the system gives none; null for the ordinary way.</param>
internal sealed class MeterThread(Action<Thread>? start = null)
{
    /// <summary>The longest sleep.</summary>
    public static readonly TimeSpan LongestPeriod = TimeSpan.FromSeconds(1);

    /// <summary>The longest sleep while a host renders faster than real time.</summary>
    public static readonly TimeSpan LongestOfflinePeriod = TimeSpan.FromMilliseconds(20);

    private const double WantedFill = 0.4;
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan FirstPeriod = TimeSpan.FromMilliseconds(50);

    private readonly Action<Thread> _start = start ?? (static thread => thread.Start());
    private readonly Lock _gate = new();
    private readonly object _sleep = new();
    private bool _isCalled;
    private MeterFeed[] _feeds = [];
    private Thread? _thread;

    /// <summary>The one of this process.</summary>
    public static MeterThread Shared { get; } = new();

    /// <summary>Whether it runs.</summary>
    public bool IsRunning
    {
        get
        {
            lock (_gate)
            {
                return _thread is not null;
            }
        }
    }

    /// <summary>How long to sleep.</summary>
    /// <param name="last">How long the last sleep was.</param>
    /// <param name="filled">How much of the fullest ring was filled in it, 0 to 1.</param>
    /// <param name="isOffline">Whether any host renders faster than real time.</param>
    /// <returns>A time in which less than half of that ring fills up; at most twice the last, because a host may be about to begin.</returns>
    public static TimeSpan NextPeriod(TimeSpan last, double filled, bool isOffline)
    {
        TimeSpan wanted = filled > WantedFill / 2 ? last * (WantedFill / filled) : last * 2;
        TimeSpan longest = isOffline ? LongestOfflinePeriod : LongestPeriod;
        return wanted < ShortestPeriod ? ShortestPeriod : wanted > longest ? longest : wanted;
    }

    /// <summary>
    /// Takes care of one more instance; where the system gives no thread, only who looks at its meters does, until the next attempt
    /// with the next instance. [not the audio thread]
    /// </summary>
    public void Attach(MeterFeed feed)
    {
        lock (_gate)
        {
            Volatile.Write(ref _feeds, [.. _feeds, feed]);
            if (_thread is null)
            {
                TryStart();
            }
            else
            {
                Wake();
            }
        }
    }

    /// <summary>Takes care of one fewer; with the last one the thread has ended when this returns. [not the audio thread]</summary>
    public void Detach(MeterFeed feed)
    {
        lock (_gate)
        {
            Volatile.Write(ref _feeds, [.. _feeds.Where(other => other != feed)]);
            if (_feeds.Length == 0 && _thread is { } thread)
            {
                Wake();
                thread.Join();
                _thread = null;
            }
        }
    }

    private void TryStart()
    {
        try
        {
            Thread thread = new(Run) { IsBackground = true, Name = "Groove Guru meters" };
            _start(thread);
            _thread = thread; // not before: one that never ran cannot be waited for
        }
        catch (Exception error)
        {
            // The audio goes on without it.
            Faults.Report(error, "the start of the meters' thread");
        }
    }

    private static double CatchUp(MeterFeed feed)
    {
        try
        {
            return feed.CatchUp();
        }
        catch (Exception error)
        {
            // A thread's exception would end the host.
            Faults.Report(error, "the meters' thread");
            return 0;
        }
    }

    private void Run()
    {
        TimeSpan period = FirstPeriod;
        for (MeterFeed[] feeds = Volatile.Read(ref _feeds); feeds.Length > 0; feeds = Volatile.Read(ref _feeds))
        {
            double filled = 0;
            bool isOffline = false;
            foreach (MeterFeed feed in feeds)
            {
                filled = Math.Max(filled, CatchUp(feed));
                isOffline |= feed.IsOffline;
            }

            period = NextPeriod(period, filled, isOffline);
            if (IsWokenIn(period))
            {
                period = FirstPeriod;
            }
        }
    }

    private void Wake()
    {
        lock (_sleep)
        {
            _isCalled = true;
            Monitor.Pulse(_sleep);
        }
    }

    private bool IsWokenIn(TimeSpan period)
    {
        lock (_sleep)
        {
            bool isWoken = _isCalled || Monitor.Wait(_sleep, period);
            _isCalled = false;
            return isWoken;
        }
    }
}
