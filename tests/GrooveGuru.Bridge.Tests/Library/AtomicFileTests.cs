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
}
