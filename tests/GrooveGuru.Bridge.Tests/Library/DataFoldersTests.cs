using GrooveGuru.Bridge.Library;

namespace GrooveGuru.Bridge.Tests.Library;

public class DataFoldersTests
{
    [Theory]
    [InlineData("/cache", "/home/a", "/cache/grooveguru")]
    [InlineData(null, "/home/a", "/home/a/.cache/grooveguru")]
    [InlineData("", "/home/a", "/home/a/.cache/grooveguru")]
    [InlineData("relative", "/home/a", "/home/a/.cache/grooveguru")]
    [InlineData("relative", "relative", null)]
    [InlineData(null, "", null)]
    public void FindCache_OfAnEnvironment_TakesTheFirstThatIsAbsolute(string? cacheHome, string home, string? expected)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // another system's rule, with its paths
        }

        Assert.Equal(expected, DataFolders.FindCache(name => name == "XDG_CACHE_HOME" ? cacheHome : null, home));
    }
}
