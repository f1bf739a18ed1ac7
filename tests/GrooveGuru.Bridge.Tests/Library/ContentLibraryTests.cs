using GrooveGuru.Bridge.Library;

namespace GrooveGuru.Bridge.Tests.Library;

public sealed class ContentLibraryTests : IDisposable
{
    private const string Hash = "ab12";

    private readonly string _folder = Directory.CreateTempSubdirectory("groove-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Commit_FinishedWork_IsFoundByAudioAndMethodOnly()
    {
        ContentLibrary library = new(_folder);
        string work = library.BeginWork();
        File.WriteAllText(Path.Combine(work, "a.wav"), "x");

        IReadOnlyList<string> files = library.Commit(work, Hash, "stems-1");

        Assert.Equal("x", File.ReadAllText(Assert.Single(files)));
        Assert.Equal(files, library.Find(Hash, "stems-1"));
        Assert.Null(library.Find(Hash, "stems-2"));
        Assert.Null(library.Find("cd34", "stems-1"));
        Assert.False(Directory.Exists(work));
    }

    [Fact]
    public void Commit_SameWorkTwice_KeepsTheFirst()
    {
        ContentLibrary library = new(_folder);
        foreach (string content in (string[])["first", "second"])
        {
            string work = library.BeginWork();
            File.WriteAllText(Path.Combine(work, "a.wav"), content);
            library.Commit(work, Hash, "stems-1");
        }

        Assert.Equal("first", File.ReadAllText(Assert.Single(library.Find(Hash, "stems-1")!)));
    }

    [Fact]
    public void Find_AFileWasRemoved_WorkIsToBeDoneAgain()
    {
        ContentLibrary library = new(_folder);
        string work = library.BeginWork();
        File.WriteAllText(Path.Combine(work, "a.wav"), "x");
        File.WriteAllText(Path.Combine(work, "b.wav"), "y");
        File.Delete(library.Commit(work, Hash, "stems-1")[0]);

        Assert.Null(library.Find(Hash, "stems-1"));
    }

    [Fact]
    public void Abandon_UnfinishedWork_LeavesNothing()
    {
        ContentLibrary library = new(_folder);
        string work = library.BeginWork();
        File.WriteAllText(Path.Combine(work, "half.wav"), "x");

        ContentLibrary.Abandon(work);

        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }
}
