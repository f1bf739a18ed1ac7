using GrooveGuru.Bridge.Library;

namespace GrooveGuru.Bridge.Tests.Library;

public sealed class DropFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("gg-drops-").FullName;
    private readonly MovableTime _time = new();

    private string Drops => Path.Combine(_root, "drops");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Offer_OfFinishedWork_IsACopyUnderATellingName()
    {
        string file = Make("harmonic.wav", 100);

        string offered = Folder().Offer([file], "Bass", "key").Paths[0];

        Assert.Equal("Bass - harmonic.wav", Path.GetFileName(offered));
        File.WriteAllText(offered, "changed by an editor");
        Assert.Equal(100, new FileInfo(file).Length);
    }

    [Fact]
    public void Offer_OfTheSameWork_IsTheSameFile()
    {
        string file = Make("harmonic.wav", 100);
        string first = Folder().Offer([file], "Bass", "key").Paths[0];

        Assert.Equal(first, Folder().Offer([file], "Bass", "key").Paths[0]);
        Assert.NotEqual(first, Folder().Offer([file], "Bass", "other key").Paths[0]);
        Assert.Equal("Kick - harmonic.wav", Path.GetFileName(Folder().Offer([file], "Kick", "key").Paths[0]));
    }

    [Fact]
    public void Offer_WhereAnEditorHasChangedTheFile_LeavesItAndGoesBeside()
    {
        string file = Make("harmonic.wav", 100);
        string first = Folder().Offer([file], "Bass", "key").Paths[0];
        File.WriteAllBytes(first, new byte[100].Select(_ => (byte)7).ToArray());

        string second = Folder().Offer([file], "Bass", "key").Paths[0];

        Assert.Equal("Bass - harmonic (2).wav", Path.GetFileName(second));
        Assert.Equal(7, File.ReadAllBytes(first)[0]);
    }

    [Fact]
    public void Clean_WhereThereIsNoRoom_RemovesTheOldestAndNothingYoung()
    {
        string file = Make("harmonic.wav", 100);
        string oldest = Folder(maxBytes: 250).Offer([file], "Bass", "1").Paths[0];
        _time.Advance(TimeSpan.FromDays(20));
        string middle = Folder(maxBytes: 250).Offer([file], "Bass", "2").Paths[0];
        _time.Advance(TimeSpan.FromDays(11));

        string newest = Folder(maxBytes: 250).Offer([file], "Bass", "3").Paths[0];

        Assert.Equal([false, true, true], [File.Exists(oldest), File.Exists(middle), File.Exists(newest)]);
        Assert.Equal(file, Folder(maxBytes: 250).Offer([file], "Bass", "4").Paths[0]); // full of young ones: the library's own is offered
        Assert.Equal([true, true], [File.Exists(middle), File.Exists(newest)]);
        Assert.Contains("within 30 days", Folder(maxBytes: 250).Offer([file], "Bass", "4").WhyNotCopied, StringComparison.Ordinal);
    }

    [Fact]
    public void Offer_WhereAllNamesAreTakenByChangedCopies_IsTheLibrarysOwnAndSaidSo()
    {
        string file = Make("harmonic.wav", 100);
        for (DropOffer offer = Folder().Offer([file], "Bass", "key"); offer.Paths[0] != file; offer = Folder().Offer([file], "Bass", "key"))
        {
            Assert.Null(offer.WhyNotCopied);
            File.WriteAllText(offer.Paths[0], "changed by an editor");
        }

        Assert.Contains("changed copies", Folder().Offer([file], "Bass", "key").WhyNotCopied, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_WithRoom_RemovesOnlyWhatIsVeryOld()
    {
        string file = Make("harmonic.wav", 100);
        string offered = Folder().Offer([file], "Bass", "1").Paths[0];
        _time.Advance(DropFolder.OldAge);
        Folder().Clean();
        Assert.True(File.Exists(offered));

        Folder().Offer([file], "Bass", "1"); // offered again: young again
        _time.Advance(TimeSpan.FromDays(300));
        Folder().Clean();
        Assert.True(File.Exists(offered));

        _time.Advance(TimeSpan.FromDays(66));
        Folder().Clean();
        Assert.False(File.Exists(offered));
    }

    [Fact]
    public void Clean_AfterABridgeThatWasKilled_RemovesWhatItHadBegunToCopy()
    {
        Directory.CreateDirectory(Path.Combine(Drops, "unfinished"));
        string ended = Path.Combine(Drops, "unfinished", $"{int.MaxValue}-abc");
        string running = Path.Combine(Drops, "unfinished", $"{Environment.ProcessId}-abc");
        File.WriteAllText(ended, "");
        File.WriteAllText(running, "");

        Folder().Clean();

        Assert.Equal([false, true], [File.Exists(ended), File.Exists(running)]);
    }

    [Fact]
    public void Offer_IntoAFolderThatCannotBeMade_IsTheLibrarysOwn()
    {
        File.WriteAllText(Path.Combine(_root, "drops"), "in the way");
        string file = Make("harmonic.wav", 100);

        DropOffer offer = Folder().Offer([file], "Bass", "key");

        Assert.Equal([file], offer.Paths);
        Assert.Contains(Drops, offer.WhyNotCopied, StringComparison.Ordinal);
        Assert.Contains("copy them yourself", offer.WhyNotCopied, StringComparison.Ordinal);
        Folder().Clean();
    }

    private DropFolder Folder(long maxBytes = DropFolder.DefaultMaxBytes) => new(Drops, _time, maxBytes);

    private string Make(string name, int bytes)
    {
        string path = Path.Combine(_root, name);
        File.WriteAllBytes(path, new byte[bytes]);
        return path;
    }

    private sealed class MovableTime : TimeProvider
    {
        private DateTimeOffset _now = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan time) => _now += time;
    }
}
