using GrooveGuru.Plugin.Diagnostics;

namespace GrooveGuru.Plugin.Tests.Diagnostics;

public sealed class LogFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-log-").FullName;

    private string FilePath => Path.Combine(_folder, "logs", "plugin.log");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Line_OfSeveralLines_IsOne()
    {
        LogFile log = Log();

        log.Write("what\nhappened");

        Assert.EndsWith("what | happened", File.ReadAllLines(FilePath).Single(), StringComparison.Ordinal);
        Assert.Null(log.WhyUnwritten);
    }

    [Fact]
    public void File_ThatHasGrown_IsSetAside()
    {
        LogFile log = Log();
        log.Write(new string('a', (int)LogFile.MaxBytes));

        log.Write("new");

        Assert.True(new FileInfo(FilePath + ".1").Length > LogFile.MaxBytes);
        Assert.Single(File.ReadAllLines(FilePath));
    }

    [Fact]
    public void Folder_ThatCannotBeMade_IsToldAndNothingThrown()
    {
        File.WriteAllText(Path.Combine(_folder, "logs"), "in the way");
        LogFile log = Log();

        log.Write("lost");

        Assert.Equal(1, log.UnwrittenLines);
        Assert.NotNull(log.WhyUnwritten);
    }

    [Fact]
    public void Failure_OfAnyKind_IsToldAndNothingThrown()
    {
        LogFile log = new(FilePath, () => throw new ArgumentOutOfRangeException(nameof(FilePath), "Specified file length was too large."));

        log.Write("lost");

        Assert.Contains("too large", log.WhyUnwritten, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Disk_ThatIsFull_IsToldUntilThereIsRoom()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.CreateSymbolicLink(FilePath, "/dev/full"); // every write to it fails like one to a full disk
        LogFile log = Log();

        log.Write("lost");
        Assert.Equal((1, true), (log.UnwrittenLines, log.WhyUnwritten is not null));
        File.Delete(FilePath);
        log.Write("kept");

        Assert.Null(log.WhyUnwritten);
        Assert.Single(File.ReadAllLines(FilePath));
    }

    private LogFile Log() => new(FilePath, () => Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!));
}
