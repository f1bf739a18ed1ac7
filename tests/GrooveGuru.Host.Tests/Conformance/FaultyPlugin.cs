using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>The small native effect that does one thing wrong on purpose, as a bundle.</summary>
internal static unsafe class FaultyPlugin
{
    private static readonly Lazy<string> Built = new(Build);

    /// <summary>Loads it with a fault.</summary>
    /// <param name="fault">Number of the fault in faulty.h; 0 for none.</param>
    public static Vst3Module Load(int fault)
    {
        nint library = NativeLibrary.Load(Path.Combine(Built.Value, "Contents", "x86_64-linux", "Faulty.so"));
        ((delegate* unmanaged<int, void>)NativeLibrary.GetExport(library, "set_fault"))(fault);
        return Vst3Module.Load(Built.Value);
    }

    /// <summary>Names of its faults, in the order of their numbers; the first is none.</summary>
    public static IReadOnlyList<string> Faults { get; } = ReadFaults();

    private static string Source(string name) => Path.Combine(AppContext.BaseDirectory, "NativeHost", name);

    private static string Build()
    {
        string bundle = Path.Combine(TestSurroundings.Folder, "Faulty.vst3");
        string folder = Path.Combine(bundle, "Contents", "x86_64-linux");
        Directory.CreateDirectory(folder);
        string[] arguments = ["-shared", "-fPIC", "-O1", "-o", Path.Combine(folder, "Faulty.so"), Source("faulty.c"), Source("faulty_view.c"), "-lpthread", "-lm"];
        using Process compiler = Process.Start(new ProcessStartInfo("cc", arguments) { RedirectStandardError = true })!;
        string said = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();
        Assert.True(compiler.ExitCode == 0, "The C compiler that also links the bundle is needed: " + said);
        return bundle;
    }

    private static string[] ReadFaults()
    {
        string text = File.ReadAllText(Source("faulty.h"));
        int start = text.IndexOf("enum fault {", StringComparison.Ordinal) + "enum fault {".Length;
        return text[start..text.IndexOf('}', start)].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
