namespace GrooveGuru.Bridge.Diagnosis;

/// <summary>Programs on the search path.</summary>
internal static class Programs
{
    /// <summary>The full path of a program; null where it is not on the path.</summary>
    public static string? Find(string name)
    {
        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }
}
