using GrooveGuru.Plugin.BridgeClient.Launching;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Desk.Linux;

namespace GrooveGuru.Plugin.Tests.Editor.Desk.Linux;

public sealed class LinuxDesktopTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Address_OfAnyName_HasNothingThatEndsAnArgument()
        => Assert.Equal(
            "file:///a%20b/Jo%C3%A3o%2C%20take%20%231%20100%25%22%27.wav", FileAddress.Of("/a b/João, take #1 100%\"'.wav"));

    [Fact]
    public void Reveal_WithNothingInstalled_NamesWhatIsMissingAndTheFile()
    {
        RecordingStarter starter = new();
        LinuxDesktop files = new(starter, _ => _folder);

        Assert.Contains("/a/b.wav", files.Reveal("/a/b.wav"), StringComparison.Ordinal);
        Assert.Contains("xdg-open", files.OpenPage(new Uri("http://127.0.0.1:1/")), StringComparison.Ordinal);
        Assert.Empty(starter.Started);
    }

    [UnixFact]
    public void Reveal_WithoutAFileManagerOnTheBus_OpensTheFolder()
    {
        // The programs of a desktop, as this test needs them: one that finds nobody, and one that writes down what it was given.
        string file = Path.Combine(_folder, "João, take #1.wav");
        Install("dbus-send", "printf '%s\\n' \"$@\" > \"$0.args\"; exit 1");
        Install("xdg-open", "printf '%s\\n' \"$@\" > \"$0.part\"; mv \"$0.part\" \"$0.args\"");
        LinuxDesktop files = new(
            new WithPath(new PosixProcessStarter(), _folder), name => name == "PATH" ? _folder : Environment.GetEnvironmentVariable(name));

        Assert.Null(files.Reveal(file));

        DeskFixture.Await(() => File.Exists(Path.Combine(_folder, "xdg-open.args")));
        Assert.Equal(_folder, File.ReadAllText(Path.Combine(_folder, "xdg-open.args")).TrimEnd());
        string asked = File.ReadAllText(Path.Combine(_folder, "dbus-send.args"));
        Assert.Contains("org.freedesktop.FileManager1.ShowItems", asked, StringComparison.Ordinal);
        Assert.Contains($"array:string:{FileAddress.Of(file)}", asked, StringComparison.Ordinal);
    }

    private void Install(string name, string script)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private sealed class RecordingStarter : IProcessStarter
    {
        public List<IReadOnlyList<string>> Started { get; } = [];

        public string? Start(IReadOnlyList<string> command, string outputPath)
        {
            Started.Add(command);
            return null;
        }
    }

    private sealed class WithPath(IProcessStarter starter, string folder) : IProcessStarter
    {
        public string? Start(IReadOnlyList<string> command, string outputPath)
            => starter.Start(["env", $"PATH={folder}:{Environment.GetEnvironmentVariable("PATH")}", .. command], outputPath);
    }
}
