using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using GrooveGuru.Contracts.Endpoint;

namespace GrooveGuru.Contracts.Tests.Endpoint;

[UnsupportedOSPlatform("windows")]
public sealed class HomelessFolderTests : IDisposable
{
    private readonly string _temporary = Directory.CreateTempSubdirectory("gg-homeless-").FullName;

    private string Folder => HomelessFolder.Within(_temporary);

    public void Dispose() => Directory.Delete(_temporary, recursive: true);

    [UnixFact]
    public void Prepare_WhereNothingIs_MakesItForThisUserOnlyAndTakesItAgain()
    {
        HomelessFolder.Prepare(Folder);
        HomelessFolder.Prepare(Folder);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
    }

    [UnixTheory]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.OtherExecute)]
    [InlineData(UnixFileMode.GroupRead)]
    public void Prepare_OfOneThatIsOpenToOthers_RefusesIt(UnixFileMode others)
    {
        Directory.CreateDirectory(Folder);
        File.SetUnixFileMode(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | others);

        AssertRefused("other users");
    }

    [UnixFact]
    public void Prepare_OfALink_RefusesIt()
    {
        string elsewhere = Path.Combine(_temporary, "elsewhere");
        HomelessFolder.Prepare(elsewhere);
        Directory.CreateSymbolicLink(Folder, elsewhere);

        AssertRefused("is a link");
    }

    [UnixFact]
    public void Prepare_WhereAFileIs_RefusesIt()
    {
        File.WriteAllText(Folder, "");

        AssertRefused("cannot be made");
    }

    [RootFact]
    public void Prepare_OfOneOfAnotherUser_RefusesIt()
    {
        HomelessFolder.Prepare(Folder);
        Assert.Equal(0, chown(Folder, 12345, 12345));

        AssertRefused("belongs to another user");
    }

    [UnixFact]
    public void Within_ATemporaryFolderThatIsNotAbsolute_TakesTheSystems()
        => Assert.StartsWith("/tmp/grooveguru-", HomelessFolder.Within("relative"), StringComparison.Ordinal);

    private void AssertRefused(string why)
    {
        IOException refusal = Assert.Throws<IOException>(() => HomelessFolder.Prepare(Folder));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("set HOME", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int chown([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint user, uint group);
}
