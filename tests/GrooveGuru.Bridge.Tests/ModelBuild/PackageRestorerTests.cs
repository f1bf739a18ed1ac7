using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using GrooveGuru.Core.Tests;
using GrooveGuru.ModelBuild.Packages;

namespace GrooveGuru.Bridge.Tests.ModelBuild;

public sealed class PackageRestorerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakePacker _packer = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Restore_PinnedPackage_TakesOnlyTheFilesOfThePlatform()
    {
        PinnedPackage package = _packer.Pin();
        Assert.True(new PackageRestorer(_packer).Restore(package, "linux-x64", _folder.Root));
        Assert.Equal("one", File.ReadAllText(_folder.File("native/one.so")));
        Assert.False(File.Exists(_folder.File("native/two.dll")));
        Assert.False(new PackageRestorer(_packer).Restore(package, "linux-x64", _folder.Root));
        Assert.Equal(1, _packer.Fetched);

        File.Delete(_folder.File("native/one.so"));
        Assert.True(new PackageRestorer(_packer).Restore(package, "linux-x64", _folder.Root));
    }

    [Fact]
    public void Restore_OtherBytesThanPinned_TakesNothing()
    {
        PinnedPackage package = _packer.Pin() with { Integrity = "sha512-AAAA" };
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => new PackageRestorer(_packer).Restore(package, "linux-x64", _folder.Root));
        Assert.Contains("not the package that was pinned", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Restore_MissingFile_IsNamed()
    {
        PinnedPackage package = _packer.Pin() with
        {
            Files = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["any"] = new Dictionary<string, string> { ["package/gone"] = "gone" } },
        };
        Assert.Contains("package/gone", Assert.Throws<InvalidDataException>(
            () => new PackageRestorer(_packer).Restore(package, "linux-x64", _folder.Root)).Message, StringComparison.Ordinal);
    }

    private sealed class FakePacker : IPackagePacker
    {
        private readonly byte[] _packed = Packed();

        public int Fetched { get; private set; }

        public PinnedPackage Pin() => new(
            "@scope/thing",
            "1.0.0",
            $"sha512-{Convert.ToBase64String(SHA512.HashData(_packed))}",
            "MIT",
            new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["linux-x64"] = new Dictionary<string, string> { ["package/one.so"] = "native/one.so" },
                ["win-x64"] = new Dictionary<string, string> { ["package/two.dll"] = "native/two.dll" },
            });

        public string Pack(string name, string version, string folder)
        {
            Fetched++;
            string path = Path.Combine(folder, "thing-1.0.0.tgz");
            File.WriteAllBytes(path, _packed);
            return path;
        }

        private static byte[] Packed()
        {
            MemoryStream bytes = new();
            using (GZipStream compressed = new(bytes, CompressionLevel.Fastest, leaveOpen: true))
            using (TarWriter archive = new(compressed))
            {
                foreach ((string name, string text) in new[] { ("package/one.so", "one"), ("package/two.dll", "two") })
                {
                    archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(System.Text.Encoding.ASCII.GetBytes(text)) });
                }
            }

            return bytes.ToArray();
        }
    }
}
