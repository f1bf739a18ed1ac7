namespace GrooveGuru.Contracts.Tests;

/// <summary>A test of file modes, which Windows has not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "needs Unix file modes" : null;
}
