using System.Text.Json;

namespace GrooveGuru.ModelBuild.Packages;

/// <summary>An npm package of which some files are taken, as <c>packages.json</c> pins it.</summary>
/// <param name="Name">Its name, with its scope.</param>
/// <param name="Version">The exact version.</param>
/// <param name="Integrity">The SHA-512 of the packed package, as npm writes it.</param>
/// <param name="Licence">Its licence, SPDX.</param>
/// <param name="Files">By platform ("any" for all): the file in the package, and where it goes.</param>
internal sealed record PinnedPackage(
    string Name, string Version, string Integrity, string Licence, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Files)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>All packages of a file.</summary>
    /// <exception cref="InvalidDataException">It cannot be read as such.</exception>
    public static PinnedPackage[] ReadAll(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<PinnedPackage[]>(File.ReadAllBytes(path), Options) ?? [];
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>The files for one platform: in the package, and where they go.</summary>
    public Dictionary<string, string> FilesFor(string platform)
        => Files.Where(group => group.Key == "any" || group.Key == platform).SelectMany(group => group.Value).ToDictionary();
}
