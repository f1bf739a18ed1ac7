using System.Text;
using GrooveGuru.Contracts.Endpoint;

namespace GrooveGuru.Contracts.Tests.Endpoint;

public sealed class EndpointLocationTests
{
    [Theory]
    [InlineData("GROOVEGURU_RUNTIME_DIR=/own;XDG_RUNTIME_DIR=/run/user/1000;HOME=/home/a", "/own")]
    [InlineData("XDG_RUNTIME_DIR=/run/user/1000;XDG_STATE_HOME=/state;HOME=/home/a", "/run/user/1000/grooveguru")]
    [InlineData("XDG_STATE_HOME=/state;HOME=/home/a", "/state/grooveguru/run")]
    [InlineData("XDG_RUNTIME_DIR=relative;HOME=/home/a", "/home/a/.local/state/grooveguru/run")]
    [InlineData("GROOVEGURU_RUNTIME_DIR=;HOME=/home/ä", "/home/ä/.local/state/grooveguru/run")]
    public void Find_Unix_TakesTheFirstThatIsSet(string environment, string expected)
    {
        EndpointLocation? location = EndpointLocation.Find(Variables(environment), windows: false, out string? whyNone);

        Assert.Null(whyNone);
        Assert.Equal(expected, location!.Folder);
        Assert.Equal(expected + "/bridge.json", location.FilePath);
        Assert.Equal(expected + "/bridge.sock", location.SocketPath);
    }

    [Theory]
    [InlineData("", false, "HOME")]
    [InlineData("HOME=relative", false, "HOME")]
    [InlineData("HOME=/home/a", true, "LOCALAPPDATA")]
    [InlineData("GROOVEGURU_RUNTIME_DIR=relative;HOME=/home/a", false, "GROOVEGURU_RUNTIME_DIR")]
    public void Find_NoFolder_IsNullWithAReason(string environment, bool windows, string named)
    {
        Assert.Null(EndpointLocation.Find(Variables(environment), windows, out string? whyNone));
        Assert.Contains(named, whyNone, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", 107 - 13, true)]
    [InlineData("a", 107 - 12, false)]
    [InlineData("ä", (107 - 13) / 2, true)]
    [InlineData("ä", ((107 - 13) / 2) + 1, false)]
    public void SocketPath_CountsBytesNotCharacters(string letter, int letters, bool fits)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // "/" + letters + "/bridge.sock" (12 bytes)
        var location = new EndpointLocation("/" + string.Concat(Enumerable.Repeat(letter, letters)));

        Assert.Equal(fits, location.SocketPath is not null);
        if (fits)
        {
            Assert.True(Encoding.UTF8.GetByteCount(location.SocketPath!) <= 107);
        }
    }

    private static Func<string, string?> Variables(string text)
    {
        Dictionary<string, string> set = text.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return set.GetValueOrDefault;
    }
}
