using System.Diagnostics;

namespace GrooveGuru.Host.Tests.AudioPath;

/// <summary>The audio thread of a host without a runtime, beside the plugin's own, which collects and is stopped in the middle.</summary>
public sealed class HeldRuntimeTests
{
    [BundleFact]
    public void AudioThread_WhileTheRuntimeIsStopped_GoesOnBitForBit()
    {
        (int code, string output) = Run("held");

        Assert.True(code == 0, output);
        Assert.Contains("the audio thread went on; 0 blocks were changed", output, StringComparison.Ordinal);
    }

    [BundleFact]
    public void AudioThread_ThroughAnOrdinaryEntry_IsHeldUp()
    {
        (int code, string output) = Run("entry");

        Assert.True(code == 1, output);
        Assert.Contains("the audio thread was held up", output, StringComparison.Ordinal);
    }

    [BundleFact]
    public void HostFunctions_AtOddAddresses_AreCalled()
    {
        (int code, string output) = Run("odd");

        Assert.True(code == 0, output);
    }

    private static (int Code, string Output) Run(string what)
    {
        string program = Path.Combine(TestSurroundings.Folder, "audiothread");
        string source = Path.Combine(AppContext.BaseDirectory, "NativeHost", "audiothread.c");
        (int built, string said) = Run("cc", [source, "-O1", "-o", program, "-ldl", "-lpthread"]);
        Assert.True(built == 0, "The C compiler that also links the bundle is needed: " + said);
        return Run(program, [BuiltFiles.Binary, what]);
    }

    private static (int Code, string Output) Run(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GROOVEGURU_RUNTIME_DIR"] = Path.Combine(TestSurroundings.Folder, "audiothread-run");
        start.Environment["XDG_STATE_HOME"] = TestSurroundings.Folder;
        start.Environment["GROOVEGURU_NO_AUTOSTART"] = "0";
        start.Environment["GROOVEGURU_BRIDGE"] = "/bin/true";
        start.Environment["DOTNET_GCgen0size"] = "400000"; // collections as often as with a large cache under a heavy load
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
