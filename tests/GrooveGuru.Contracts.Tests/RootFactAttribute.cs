namespace GrooveGuru.Contracts.Tests;

/// <summary>A test that gives a file to another user, which only root may.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() =>
        Skip = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? null : "needs Linux and root";
}
