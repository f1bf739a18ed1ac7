namespace GrooveGuru.Core.Progress;

/// <summary>Makes one progress of parts that go on at the same time, on any threads.</summary>
public sealed class JointProgress
{
    private readonly Lock _gate = new();
    private readonly IProgress<double>? _whole;
    private readonly double[] _shares;
    private readonly double[] _done;

    /// <summary>Work of several parts.</summary>
    /// <param name="whole">Receives 0–1 over all parts, one call at a time; may be null.</param>
    /// <param name="shares">The share of the work that each part is; together 1.</param>
    public JointProgress(IProgress<double>? whole, params ReadOnlySpan<double> shares)
    {
        _whole = whole;
        _shares = shares.ToArray();
        _done = new double[_shares.Length];
    }

    /// <summary>What a part reports to, 0–1.</summary>
    /// <returns>Null where nobody listens.</returns>
    public IProgress<double>? Of(int part) => _whole is null ? null : new Part(this, part);

    private void Report(int part, double value)
    {
        lock (_gate)
        {
            _done[part] = Math.Max(_done[part], Math.Clamp(value, 0, 1) * _shares[part]);
            _whole!.Report(_done.Sum());
        }
    }

    private sealed class Part(JointProgress whole, int part) : IProgress<double>
    {
        public void Report(double value) => whole.Report(part, value);
    }
}
