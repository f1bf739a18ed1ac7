using GrooveGuru.Bridge.Library;

namespace GrooveGuru.Bridge.Tests.Library;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("groove-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_WriterFails_OldContentStaysAndNothingIsLeft()
    {
        string path = Path.Combine(_folder, "report.json");
        File.WriteAllText(path, "old");

        Assert.Throws<IOException>(() => AtomicFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new IOException("the disk is full");
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void Write_FolderMissing_IsMade()
    {
        string path = Path.Combine(_folder, "João #1", "report.json");

        AtomicFile.Write(path, stream => stream.WriteByte((byte)'x'));

        Assert.Equal("x", File.ReadAllText(path));
    }

    [Fact]
    public void Write_TwoFoldersMissing_NamesTheMissingOneAndMakesNone()
    {
        string path = Path.Combine(_folder, "a", "b", "report.json");

        IOException error = Assert.ThrowsAny<IOException>(() => AtomicFile.Write(path, _ => { }));

        Assert.Contains($"there is no folder {Path.Combine(_folder, "a", "b")}", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void Write_FolderAtTheRootOfTheDisk_IsNotMade() =>
        Assert.ThrowsAny<IOException>(() => AtomicFile.Write("/no-such-folder-of-groove/report.json", _ => { }));

    [Fact]
    public void Write_Link_ReplacesWhatItLeadsTo()
    {
        string path = Path.Combine(_folder, "report.json"), link = Path.Combine(_folder, "link.json");
        File.WriteAllText(path, "old");
        File.CreateSymbolicLink(link, "report.json");

        AtomicFile.Write(link, stream => stream.WriteByte((byte)'x'));

        Assert.Equal("report.json", new FileInfo(link).LinkTarget);
        Assert.Equal("x", File.ReadAllText(path));
    }

    [Fact]
    public void Write_Folder_IsRefused() =>
        Assert.Contains("is a folder", Assert.Throws<IOException>(() => AtomicFile.Write(_folder, _ => { })).Message, StringComparison.Ordinal);

    [Fact]
    public void Write_Device_StaysADevice()
    {
        AtomicFile.Write("/dev/null", stream => stream.WriteByte(1));
        Assert.ThrowsAny<IOException>(() => AtomicFile.Write("/dev/full", stream => stream.WriteByte(1)));

        Assert.True(FileKind.IsSpecial("/dev/null"));
        Assert.True(FileKind.IsSpecial("/dev/full"));
    }

    [Fact]
    public void RequireWritable_MissingFolder_LeavesNothing()
    {
        AtomicFile.RequireWritable(Path.Combine(_folder, "a", "report.json"));
        AtomicFile.RequireWritable(Path.Combine(_folder, "report.json"));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }
}
