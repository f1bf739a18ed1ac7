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
        Assert.Null(_written.Replace("song.wav", ["notes.mid", "drums.mid"], Kind));
        Write("melody.mid");
        Assert.Equal("drums.mid and notes.mid of an earlier run were taken away.", _written.Replace("song.wav", ["melody.mid"], Kind));
        Assert.Equal([WrittenFiles.NoteName, "melody.mid"], Names());
        Assert.Null(_written.Replace("song.wav", ["melody.mid"], Kind));
    }

    [Fact]
    public void Replace_FileThatWasChangedSince_IsLeftWithAWord()
    {
        Write("notes.mid", "drums.mid");
        _written.Replace("song.wav", ["notes.mid", "drums.mid"], Kind);
        File.AppendAllText(_folder.File("notes.mid"), "edited");
        File.SetLastWriteTimeUtc(_folder.File("drums.mid"), DateTime.UtcNow.AddHours(1));
        Write("melody.mid");
        Assert.Equal("drums.mid and notes.mid of an earlier run were changed since and left here.", _written.Replace("song.wav", ["melody.mid"], Kind));
        Assert.Equal(["drums.mid", "melody.mid", "notes.mid"], Names().Except([WrittenFiles.NoteName]));
    }

    [Fact]
    public void Replace_FilesOfOthersAndOfOtherVerbs_StayWithoutAWord()
    {
        Write("harmonic.wav");
        _written.Replace("song.wav", ["harmonic.wav"], ["harmonic.wav"]);
        Write("notes.mid", "melody.mid");
        Assert.Null(_written.Replace("song.wav", ["melody.mid"], Kind));
        Assert.Equal(["harmonic.wav", "melody.mid", "notes.mid"], Names().Except([WrittenFiles.NoteName]));
    }

    [Fact]
    public void Replace_NoteThatIsNone_TakesNothingAway()
    {
        Write("notes.mid", "melody.mid", WrittenFiles.NoteName);
        Assert.Null(_written.Replace("song.wav", ["melody.mid"], Kind));
        Assert.Contains("notes.mid", Names());
    }

    [Fact]
    public void Replace_NoteWithANull_TakesNothingAway()
    {
        Write("notes.mid", "melody.mid");
        File.WriteAllText(_folder.File(WrittenFiles.NoteName), "{\"notes.mid\":null,\"melody.mid\":null}");
        Assert.Null(_written.Replace("song.wav", ["melody.mid"], Kind));
        Assert.Contains("notes.mid", Names());
    }

    [Fact]
    public void Replace_FileOfAnotherInput_StaysWithoutAWord()
    {
        Write("notes.mid");
        _written.Replace(Path.Combine("a", "song.wav"), ["notes.mid"], Kind);
        Write("drums.mid");
        Assert.Null(_written.Replace(Path.Combine("b", "song.wav"), ["drums.mid"], Kind));
        Assert.Equal(["drums.mid", "notes.mid"], Names().Except([WrittenFiles.NoteName]));
        Write("melody.mid");
        Assert.Equal("notes.mid of an earlier run was taken away.", _written.Replace(Path.Combine("a", "song.wav"), ["melody.mid"], Kind));
    }

    [Fact]
    public void Replace_InputThatWasChangedSince_IsAnother()
    {
        string input = _folder.File("song.wav");
        Write("song.wav", "notes.mid");
        _written.Replace(input, ["notes.mid"], Kind);
        File.AppendAllText(input, "longer");
        Write("melody.mid");
        Assert.Null(_written.Replace(input, ["melody.mid"], Kind));
        Assert.Contains("notes.mid", Names());
    }

    private void Write(params string[] names) => Array.ForEach(names, name => File.WriteAllText(_folder.File(name), name));

    private IEnumerable<string?> Names() => Directory.GetFiles(_folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
