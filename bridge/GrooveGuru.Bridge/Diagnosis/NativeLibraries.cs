using System.Runtime.InteropServices;

namespace GrooveGuru.Bridge.Diagnosis;

/// <summary>Native libraries that could be loaded.</summary>
internal static class NativeLibraries
{
    /// <summary>Where a library is: beside the bridge, or wherever the system finds it; null where it does not load.</summary>
    public static string? Find(string fileName)
    {
        string beside = Path.Combine(AppContext.BaseDirectory, fileName);
        foreach (string candidate in (string[])[beside, fileName])
        {
            if (NativeLibrary.TryLoad(candidate, out nint handle))
            {
                NativeLibrary.Free(handle);
                return candidate == beside ? beside : $"{fileName} (system)";
            }
        }

        return null;
    }
}
