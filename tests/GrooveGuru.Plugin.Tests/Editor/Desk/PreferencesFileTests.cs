using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Desk;

namespace GrooveGuru.Plugin.Tests.Editor.Desk;

public sealed class PreferencesFileTests : IDisposable
{
    private static readonly UserChoice Chosen = new(EditorTheme.HighContrast, false);
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-prefs-").FullName;

    private string FilePath => Path.Combine(_folder, "João's settings", "editor.conf");

    private PreferencesFile Preferences => new(Path.GetDirectoryName(FilePath));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Choice_WrittenAndRead_IsTheSame()
    {
        Assert.Equal(UserChoice.Default, Preferences.Read());

        Assert.Null(Preferences.Write(Chosen));

        Assert.Equal(Chosen, Preferences.Read());
        Assert.Equal([FilePath], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(FilePath)!));
    }

    [Fact]
    public void Lines_OfANewerVersion_Stay()
    {
        Preferences.Write(Chosen);
        File.AppendAllText(FilePath, "font-size=12 pt\n");

        Preferences.Write(UserChoice.Default);

        Assert.Equal("theme=dark\ntooltips=on\nfont-size=12 pt\n", File.ReadAllText(FilePath));
    }

    [Theory]
    [InlineData("")]
    [InlineData("theme")]
    [InlineData("=\n==\n\0\0\u0001theme=high-contrast\n")]
    [InlineData("theme=purple\ntooltips=perhaps\n")]
    public void File_ThatIsGarbled_CountsAsNothingChosen(string content)
    {
        Preferences.Write(Chosen);
        File.WriteAllText(FilePath, content);

        Assert.Equal(UserChoice.Default, Preferences.Read());
        Assert.Null(Preferences.Write(Chosen));
        Assert.Equal(Chosen, Preferences.Read());
    }

    [Fact]
    public void File_ThatIsHuge_IsNotRead()
    {
        Preferences.Write(Chosen);
        File.WriteAllText(FilePath, "theme=high-contrast\n" + new string('#', 100_000));

        Assert.Equal(UserChoice.Default, Preferences.Read());
    }

    [Fact]
    public void Folder_ThatCannotBeMade_IsSaidAndNothingThrown()
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        PreferencesFile blocked = new(Path.Combine(_folder, "file", "grooveguru"));

        Assert.Equal(UserChoice.Default, blocked.Read());
        Assert.Contains("until the host ends", blocked.Write(Chosen), StringComparison.Ordinal);
    }

    [Fact]
    public void User_WithoutAHome_IsTold()
    {
        PreferencesFile none = new(PreferencesFile.FindFolder(_ => null));

        Assert.Equal(UserChoice.Default, none.Read());
        Assert.Contains("no home folder", none.Write(Chosen), StringComparison.Ordinal);
    }

    [UnixFact]
    public void Disk_ThatIsFull_KeepsTheOldChoiceAndLeavesNothing()
    {
        Preferences.Write(Chosen);
        string part = $"{FilePath}.{Environment.ProcessId}.part";
        File.CreateSymbolicLink(part, "/dev/full"); // every write to it fails like one to a full disk

        string? said = Preferences.Write(UserChoice.Default);

        Assert.Contains("free some space", said, StringComparison.Ordinal);
        Assert.Equal(Chosen, Preferences.Read());
        Assert.Equal([FilePath], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(FilePath)!));
    }

    [UnixFact]
    public void File_ThatIsALink_StaysOne()
    {
        Preferences.Write(Chosen);
        string real = Path.Combine(_folder, "dotfiles.conf");
        File.Move(FilePath, real);
        File.CreateSymbolicLink(FilePath, real);

        Assert.Null(Preferences.Write(UserChoice.Default));

        Assert.NotNull(new FileInfo(FilePath).LinkTarget);
        Assert.Contains("theme=dark", File.ReadAllText(real), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_ThatCannotBeSaved_HoldsAndIsSaid()
    {
        UserPreferences preferences = new(new PreferencesFile(null));
        List<string> said = [];

        preferences.Change(Chosen, said.Add);
        Assert.Equal(Chosen, preferences.Choice);
        await preferences.Saved();

        Assert.Single(said);
    }
}
