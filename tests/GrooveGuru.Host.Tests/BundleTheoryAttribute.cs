namespace GrooveGuru.Host.Tests;

/// <summary>A theory about the built bundle, which exists for 64-bit Linux.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BundleTheoryAttribute : TheoryAttribute
{
    public BundleTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "the bundle is built for 64-bit Linux";
        }
    }
}
