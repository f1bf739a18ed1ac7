namespace GrooveGuru.Bridge.Tests.Cli;

/// <summary>A test that needs pipes with a name under /proc.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PipeFactAttribute : FactAttribute
{
    /// <summary>Skips by name where there are none.</summary>
    public PipeFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "pipes have a name under /proc on Linux alone";
}
