namespace GrooveGuru.Core.Tests;

/// <summary>A fact that needs the shared data; skipped by name where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedData.Folder is null)
        {
            Skip = "The shared data folder (../shared) is not here.";
        }
    }
}
