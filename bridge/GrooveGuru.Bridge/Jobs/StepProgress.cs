namespace GrooveGuru.Bridge.Jobs;

/// <summary>Hands steps on at once, on the thread that reports them.</summary>
/// <param name="report">Receives each step.</param>
internal sealed class StepProgress(Action<WorkStep> report) : IProgress<WorkStep>
{
    /// <inheritdoc/>
    public void Report(WorkStep value) => report(value);
}
