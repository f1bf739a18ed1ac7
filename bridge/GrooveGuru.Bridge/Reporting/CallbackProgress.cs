namespace GrooveGuru.Bridge.Reporting;

/// <summary>Hands progress on at once, on the thread that reports it (Progress&lt;T&gt; would post it elsewhere, out of order).</summary>
/// <param name="report">Receives 0–1.</param>
internal sealed class CallbackProgress(Action<double> report) : IProgress<double>
{
    /// <inheritdoc/>
    public void Report(double value) => report(value);
}
