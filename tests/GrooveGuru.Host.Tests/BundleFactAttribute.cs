namespace GrooveGuru.Host.Tests;

/// <summary>A test of the built bundle, which exists for 64-bit Linux.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BundleFactAttribute : FactAttribute
{
    public BundleFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "the bundle is built for 64-bit Linux";
        }
    }
}
