namespace GrooveGuru.Host.Tests.Faults;

/// <summary>A test of the built bundle that becomes other users, which only root may; skipped by name for all others.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootBundleFactAttribute : FactAttribute
{
    public RootBundleFactAttribute() => Skip = !OperatingSystem.IsLinux() ? "the bundle is built for 64-bit Linux"
        : !Environment.IsPrivilegedProcess ? "only root can become other users"
        : null;
}
