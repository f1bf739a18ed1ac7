using GrooveGuru.Plugin.BridgeClient.Launching;

namespace GrooveGuru.Plugin.Tests.BridgeClient;

public sealed class BridgeProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-João #1 ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Program_NamedByTheVariable_ComesFirst()
    {
        string named = Touch("mine");
        Remember(Touch("grooveguru"));

        Assert.Equal([named], Find(named));
    }

    [Fact]
    public void Program_NamedByTheFile_IsFound()
    {
        string installed = Touch("grooveguru");
        Remember(installed);

        Assert.Equal([installed], Find(null));
        Assert.Equal([installed], Find(Path.Combine(_folder, "gone")));
    }

    [Fact]
    public void Program_ThatIsADll_IsRunByDotnet()
    {
        string dll = Touch("grooveguru.dll");

        Assert.Equal(["dotnet", dll], Find(dll));
    }

    [Theory]
    [InlineData("XDG_DATA_HOME", "data")]
    [InlineData("HOME", "")]
    public void Program_UnderAFolderThatIsNotAbsolute_IsNotLookedFor(string variable, string below)
    {
        string installed = Touch("grooveguru");
        Remember(installed, variable == "HOME" ? Path.Combine(".local", "share") : "data");
        string absolute = Path.Combine(_folder, below);
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), absolute);

        Assert.Equal([installed], new BridgeProgram(name => name == variable ? absolute : null).Find());
        Assert.NotEqual([installed], new BridgeProgram(name => name == variable ? relative : null).Find() ?? []);
    }

    private IReadOnlyList<string>? Find(string? named) => new BridgeProgram(name => name switch
    {
        BridgeProgram.PathVariable => named,
        "XDG_DATA_HOME" => Path.Combine(_folder, "data"),
        _ => null,
    }).Find();

    private string Touch(string name)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, "");
        return path;
    }

    private void Remember(string path, string dataFolder = "data")
    {
        string data = Path.Combine(_folder, dataFolder, "grooveguru");
        Directory.CreateDirectory(data);
        File.WriteAllText(Path.Combine(data, "bridge-path"), path + "\n");
    }
}
