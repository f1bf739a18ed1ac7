namespace GrooveGuru.Core.Tests;

/// <summary>A theory that needs the shared data; skipped by name where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (SharedData.Folder is null)
        {
            Skip = "The shared data folder (../shared) is not here.";
        }
    }
}
