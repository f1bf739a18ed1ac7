namespace GrooveGuru.Bridge.Library;

/// <summary>Where a path leads once every link in it is followed: two names of one place give one path.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>How paths of this system are compared.</summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>The place itself; what does not exist yet is taken as it is written.</summary>
    /// <exception cref="IOException">The links lead round in a circle.</exception>
    public static string Of(string path)
    {
        int links = 0;
        return Resolve(Path.GetFullPath(path), path, ref links);
    }

    private static string Resolve(string full, string asked, ref int links)
    {
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        string folder = Resolve(parent, asked, ref links), here = Path.Combine(folder, Path.GetFileName(full));
        if (new FileInfo(here).LinkTarget is not { } target)
        {
            return here;
        }

        if (++links > MaxLinks)
        {
            throw new IOException($"{asked} is a link that leads to no file.");
        }

        // A link of /proc names an open pipe in words that are no path: the link itself is then the place.
        string next = Path.GetFullPath(target, folder);
        return Path.Exists(here) && !Path.Exists(next) ? here : Resolve(next, asked, ref links);
    }
}
