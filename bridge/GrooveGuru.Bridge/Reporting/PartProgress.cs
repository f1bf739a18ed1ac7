namespace GrooveGuru.Bridge.Reporting;

/// <summary>Maps the progress of one step onto its share of the whole.</summary>
/// <param name="whole">Receives 0–1 over all steps.</param>
/// <param name="from">Where this step begins, 0–1.</param>
/// <param name="to">Where it ends, 0–1.</param>
internal sealed class PartProgress(IProgress<double> whole, double from, double to) : IProgress<double>
{
    /// <inheritdoc/>
    public void Report(double value) => whole.Report(from + ((to - from) * Math.Clamp(value, 0, 1)));
}
