using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;

namespace GrooveGuru.Host.Tests.Faults;

/// <summary>The bundle where nothing can be written: a full disk, a home that is there and read-only.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DeniedFolderTests : IDisposable
{
    // No file may grow at all, as on a disk that is full; the host's own runtime would keep its code in one.
    private const string FullDisk = "trap '' XFSZ; ulimit -f 0; export DOTNET_EnableWriteXorExecute=0; exec";
    private readonly ShellHost _host = new();

    private string Home => Path.Combine(_host.Folder, "home");

    public void Dispose()
    {
        if (Directory.Exists(Home))
        {
            File.SetUnixFileMode(Home, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        _host.Dispose();
    }

    [BundleFact]
    public void Disk_ThatIsFull_LeavesTheAudioAlone()
    {
        Directory.CreateDirectory(Home);
        Assert.NotEqual(0, Try(FullDisk)); // so that this proves something

        JsonNode result = _host.Play(FullDisk, HomeEnvironment.Of(Home));

        Assert.True(ShellHost.IsBitIdentical(result));
        Assert.All(Directory.EnumerateFiles(Home, "*", SearchOption.AllDirectories), file => Assert.Equal(0, new FileInfo(file).Length));
    }

    [BundleFact]
    public void Home_ThatIsThereAndReadOnly_LeavesTheAudioAlone()
    {
        Directory.CreateDirectory(Home);
        File.SetUnixFileMode(Home, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        // For root a mode says nothing, unless it goes without the capability that says so.
        string denial = System.Environment.IsPrivilegedProcess
            ? "exec setpriv --inh-caps=-dac_override,-dac_read_search --bounding-set=-dac_override,-dac_read_search"
            : "exec";
        Assert.NotEqual(0, Try(denial)); // so that this proves something

        JsonNode result = _host.Play(denial, HomeEnvironment.Of(Home));

        Assert.True(ShellHost.IsBitIdentical(result));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Home));
    }

    // Writes a file into the home under the same denial.
    private int Try(string denial)
    {
        using Process process = Process.Start("/bin/sh", ["-c", $"{denial} /bin/sh -c 'printf x > \"$0\"' \"$0\" 2>/dev/null", Path.Combine(Home, "probe")]);
        process.WaitForExit();
        File.Delete(Path.Combine(Home, "probe"));
        return process.ExitCode;
    }
}
