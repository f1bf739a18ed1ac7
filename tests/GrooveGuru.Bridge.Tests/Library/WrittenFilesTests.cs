using GrooveGuru.Bridge.Library;
using GrooveGuru.Core.Tests;

namespace GrooveGuru.Bridge.Tests.Library;

public sealed class WrittenFilesTests : IDisposable
{
    private static readonly string[] Kind = ["melody.mid", "notes.mid", "drums.mid"];
    private readonly TemporaryFolder _folder = new();
    private readonly WrittenFiles _written;

    public WrittenFilesTests() => _written = new WrittenFiles(_folder.Root);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Replace_FileOfAnEarlierRun_IsTakenAwayAndNamed()
    {
        Write("notes.mid", "drums.mid");
        Assert.Null(_written.Replace(["notes.mid", "drums.mid"], Kind));
        Write("melody.mid");
        Assert.Equal("drums.mid and notes.mid of an earlier run were taken away.", _written.Replace(["melody.mid"], Kind));
        Assert.Equal([WrittenFiles.NoteName, "melody.mid"], Names());
        Assert.Null(_written.Replace(["melody.mid"], Kind));
    }

    [Fact]
    public void Replace_FileThatWasChangedSince_IsLeftWithAWord()
    {
        Write("notes.mid", "drums.mid");
        _written.Replace(["notes.mid", "drums.mid"], Kind);
        File.AppendAllText(_folder.File("notes.mid"), "edited");
        File.SetLastWriteTimeUtc(_folder.File("drums.mid"), DateTime.UtcNow.AddHours(1));
        Write("melody.mid");
        Assert.Equal("drums.mid and notes.mid of an earlier run were changed since and left here.", _written.Replace(["melody.mid"], Kind));
        Assert.Equal(["drums.mid", "melody.mid", "notes.mid"], Names().Except([WrittenFiles.NoteName]));
    }

    [Fact]
    public void Replace_FilesOfOthersAndOfOtherVerbs_StayWithoutAWord()
    {
        Write("harmonic.wav");
        _written.Replace(["harmonic.wav"], ["harmonic.wav"]);
        Write("notes.mid", "melody.mid");
        Assert.Null(_written.Replace(["melody.mid"], Kind));
        Assert.Equal(["harmonic.wav", "melody.mid", "notes.mid"], Names().Except([WrittenFiles.NoteName]));
    }

    [Fact]
    public void Replace_NoteThatIsNone_TakesNothingAway()
    {
        Write("notes.mid", "melody.mid", WrittenFiles.NoteName);
        Assert.Null(_written.Replace(["melody.mid"], Kind));
        Assert.Contains("notes.mid", Names());
    }

    private void Write(params string[] names) => Array.ForEach(names, name => File.WriteAllText(_folder.File(name), name));

    private IEnumerable<string?> Names() => Directory.GetFiles(_folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
