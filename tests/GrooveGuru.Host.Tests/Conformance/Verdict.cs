namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>What one check has found.</summary>
internal sealed class Verdict
{
    private const int MostFailures = 20;
    private readonly List<string> _failures = [];
    private int _demandCount;

    /// <summary>What was demanded and not met; at most 20 sentences.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>How many demands were made.</summary>
    public int DemandCount => _demandCount;

    /// <summary>One demand. Any thread.</summary>
    public void Demand(bool isMet, string what)
    {
        Interlocked.Increment(ref _demandCount);
        if (!isMet)
        {
            lock (_failures)
            {
                if (_failures.Count < MostFailures)
                {
                    _failures.Add(what);
                }
            }
        }
    }
}
