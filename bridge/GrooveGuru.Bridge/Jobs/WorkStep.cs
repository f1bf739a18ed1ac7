namespace GrooveGuru.Bridge.Jobs;

/// <summary>How far work is.</summary>
/// <param name="Phase">What it does now, for a progress line: "Hearing notes".</param>
/// <param name="Progress">How much of the whole work is done, 0–1; never less than before.</param>
internal readonly record struct WorkStep(string Phase, double Progress);
