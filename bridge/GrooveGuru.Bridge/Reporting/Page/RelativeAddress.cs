namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>How a page names a file beside it.</summary>
internal static class RelativeAddress
{
    /// <summary>The address of a file from a page: it stays right when both are moved together.</summary>
    /// <param name="file">The file.</param>
    /// <param name="page">The page.</param>
    /// <returns>A relative address with everything escaped; an absolute one where no way leads from one to the other.</returns>
    public static string Of(string file, string page)
    {
        string target = Path.GetFullPath(file), folder = Path.GetDirectoryName(Path.GetFullPath(page)) ?? "";
        string relative = folder.Length == 0 ? target : Path.GetRelativePath(folder, target);
        return Path.IsPathRooted(relative)
            ? new Uri(target).AbsoluteUri
            : string.Join('/', relative.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString).Prepend("."));
    }
}
