using GrooveGuru.Plugin.Diagnostics;

namespace GrooveGuru.Plugin.Tests.Diagnostics;

public class StateFolderTests
{
    [UnixTheory]
    [InlineData("/state", "/home/a", "/state/grooveguru")]
    [InlineData(null, "/home/a", "/home/a/.local/state/grooveguru")]
    [InlineData("relative", "/home/a", "/home/a/.local/state/grooveguru")]
    [InlineData("relative", "relative", null)]
    [InlineData(null, "", null)]
    public void Find_OfAnEnvironment_TakesTheFirstThatIsAbsolute(string? stateHome, string home, string? expected)
        => Assert.Equal(expected, StateFolder.Find(name => name == "XDG_STATE_HOME" ? stateHome : null, home));
}
