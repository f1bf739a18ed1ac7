namespace GrooveGuru.Core.Tests.Loudness;

/// <summary>A fact against libebur128, skipped by name where the library, or the shared audio that it asks for, is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EburFactAttribute : FactAttribute
{
    public EburFactAttribute(bool needsSharedAudio = false)
    {
        if (!EburLibrary.IsPresent)
        {
            Skip = "libebur128 is not here (Debian: libebur128-1).";
        }
        else if (needsSharedAudio && SharedData.Folder is null)
        {
            Skip = "The shared data folder (../shared) is not here.";
        }
    }
}
