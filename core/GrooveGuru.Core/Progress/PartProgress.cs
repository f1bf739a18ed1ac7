namespace GrooveGuru.Core.Progress;

/// <summary>Maps the progress of one step onto its share of the whole.</summary>
/// <param name="whole">Receives 0–1 over all steps.</param>
/// <param name="from">Where this step begins, 0–1.</param>
/// <param name="to">Where it ends, 0–1.</param>
public sealed class PartProgress(IProgress<double> whole, double from, double to) : IProgress<double>
{
    /// <summary>Progress as one part of a whole that somebody may listen to.</summary>
    /// <returns>Null where nobody listens.</returns>
    public static PartProgress? Of(IProgress<double>? whole, double from, double to) => whole is null ? null : new PartProgress(whole, from, to);

    /// <inheritdoc/>
    public void Report(double value) => whole.Report(from + ((to - from) * Math.Clamp(value, 0, 1)));
}
