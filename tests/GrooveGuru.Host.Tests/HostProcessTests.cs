using System.Diagnostics;
using System.Globalization;

namespace GrooveGuru.Host.Tests;

public class HostProcessTests
{
    // What the runtime inside the bundle takes for itself when it first runs: it turns memory faults and divisions by zero in its own
    // code into exceptions and hands all others on (SIGSEGV 11, SIGFPE 8), stops its threads for collection (SIGRTMIN 34; 33 is the C
    // library's own), and does not want to die of a closed pipe (SIGPIPE 13, ignored).
    private const ulong RuntimeCatches = (1UL << (8 - 1)) | (1UL << (11 - 1)) | (1UL << (33 - 1)) | (1UL << (34 - 1));
    private const ulong RuntimeIgnores = 1UL << (13 - 1);

    [BundleFact]
    public void State_OfAHostWithoutRuntime_IsLeftAlone()
    {
        // The bridge's place is taken by a program that ends at once, so that starting one is part of what is looked at.
        string[] lines = RunNativeHost();

        Assert.Equal(3, lines.Count(line => line == "references 0"));
        Assert.Equal(Value(lines, "before SigBlk:"), Value(lines, "after SigBlk:"));
        Assert.Equal(0UL, (Value(lines, "after SigCgt:") & ~Value(lines, "before SigCgt:")) & ~RuntimeCatches);
        Assert.Equal(0UL, (Value(lines, "after SigIgn:") & ~Value(lines, "before SigIgn:")) & ~RuntimeIgnores);
        Assert.Contains("after Locale: C", lines);
        Assert.Contains("children none", lines);
    }

    private static string[] RunNativeHost()
    {
        string program = Path.Combine(TestSurroundings.Folder, "signals");
        string source = Path.Combine(AppContext.BaseDirectory, "NativeHost", "signals.c");
        (int built, string said) = Run("cc", [source, "-o", program, "-ldl"], []);
        Assert.True(built == 0, "The C compiler that also links the bundle is needed: " + said);

        (int code, string output) = Run(program, [BuiltFiles.Binary], new()
        {
            ["GROOVEGURU_RUNTIME_DIR"] = Path.Combine(TestSurroundings.Folder, "native"),
            ["XDG_STATE_HOME"] = TestSurroundings.Folder,
            ["GROOVEGURU_NO_AUTOSTART"] = "0",
            ["GROOVEGURU_BRIDGE"] = "/bin/true",
        });
        Assert.True(code == 0, output);
        return output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static (int Code, string Output) Run(string program, string[] arguments, Dictionary<string, string> environment)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    private static ulong Value(string[] lines, string key)
    {
        string line = lines.Single(candidate => candidate.StartsWith(key, StringComparison.Ordinal));
        return ulong.Parse(line[key.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
