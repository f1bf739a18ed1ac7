using System.Diagnostics;
using GrooveGuru.Core.Tests;

namespace GrooveGuru.Bridge.Tests.Inference;

public sealed class OnnxRuntimeTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    // The library keeps an id of the machine and a file of events in the user's folders unless it is told not to before it is loaded.
    [Fact]
    public async Task Model_RunInAFreshHome_LeavesNothingOfTheLibraryThere()
    {
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "grooveguru.dll"), "models", "verify" },
            RedirectStandardOutput = true,
            Environment =
            {
                ["HOME"] = _home.Root,
                ["XDG_CACHE_HOME"] = _home.File("cache"),
                ["XDG_DATA_HOME"] = _home.File("data"),
                ["XDG_CONFIG_HOME"] = _home.File("config"),
            },
        };
        start.Environment.Remove("ORT_DISABLE_TELEMETRY");
        using Process process = Process.Start(start)!;
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Contains("basic-pitch: whole", said, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.GetFiles(_home.Root, "*", SearchOption.AllDirectories),
            path => path.Contains("onnx", StringComparison.OrdinalIgnoreCase) || path.Contains("Microsoft", StringComparison.Ordinal));
    }
}
