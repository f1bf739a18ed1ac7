namespace GrooveGuru.Bridge.Inference;

/// <summary>How models are run.</summary>
/// <param name="Device">What runs them where it can; the processor else.</param>
/// <param name="Threads">Threads on the processor.</param>
internal sealed record InferenceSettings(InferenceDevice Device, int Threads)
{
    private const int MostThreads = 8;

    /// <summary>
    /// DirectML where there is one; half of the processor's threads, because a DAW plays beside, but two where there are two.
    /// </summary>
    public static InferenceSettings Default { get; } = new(
        OperatingSystem.IsWindows() ? InferenceDevice.DirectMl : InferenceDevice.Cpu,
        Math.Clamp(Environment.ProcessorCount / 2, Math.Min(2, Environment.ProcessorCount), MostThreads));
}
