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

    private void Remember(string path)
    {
        string data = Path.Combine(_folder, "data", "grooveguru");
        Directory.CreateDirectory(data);
        File.WriteAllText(Path.Combine(data, "bridge-path"), path + "\n");
    }
}
