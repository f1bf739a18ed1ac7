namespace GrooveGuru.Benchmarks.UnderLoad;

/// <summary>Calls that took more than 5 % of a block, by what the kernel says about them.</summary>
internal sealed class SlowCalls
{
    /// <summary>The thread was put off the processor, or what it took in excess was no processor time of its own: the machine's.</summary>
    public int Preempted { get; private set; }

    /// <summary>The thread waited by itself, as for a collection in the plugin's runtime: ours.</summary>
    public int Waited { get; private set; }

    /// <summary>The kernel mapped a page for the thread: ours, or memory of the measurement itself.</summary>
    public int Faulted { get; private set; }

    /// <summary>The thread had the processor all the time: computing, interrupts or a hypervisor, which cannot be told apart.</summary>
    public int Running { get; private set; }

    /// <summary>All of them.</summary>
    public int Count => Preempted + Waited + Faulted + Running;

    /// <summary>Sorts one in.</summary>
    /// <param name="wallNanoseconds">How long it took, ns.</param>
    /// <param name="used">What the kernel counted of the thread meanwhile.</param>
    public void Add(long wallNanoseconds, ThreadUsage used)
    {
        if (used.Waits > 0)
        {
            Waited++;
        }
        else if (used.Preemptions > 0 || wallNanoseconds - used.CpuNanoseconds > wallNanoseconds / 2)
        {
            Preempted++;
        }
        else if (used.PageFaults > 0)
        {
            Faulted++;
        }
        else
        {
            Running++;
        }
    }
}
