using System.Runtime.InteropServices;
using GrooveGuru.Bridge.Inference.Native;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Inference;

/// <summary>ONNX Runtime, loaded once for the process.</summary>
internal sealed unsafe class OnnxRuntime
{
    /// <summary>Names another library than the one beside the program.</summary>
    public const string PathVariable = "GROOVEGURU_ONNXRUNTIME";

    private const string Subject = "ONNX Runtime";
    private const string TelemetryVariable = "ORT_DISABLE_TELEMETRY";
    private const int FatalOnly = 4;
    private static readonly Lazy<OnnxRuntime> LazyShared = new(() => Load(LibraryPath), LazyThreadSafetyMode.ExecutionAndPublication);

    private OnnxRuntime(OrtApi api, OrtHandle environment, string version)
    {
        Api = api;
        Environment = environment;
        Version = version;
        DefaultAllocator = api.DefaultAllocator();
        CpuMemory = new OrtHandle(api.CreateCpuMemoryInfo(), api.ReleaseMemoryInfo);
    }

    /// <summary>The library beside the program, or the one that the user names.</summary>
    /// <exception cref="ModelUnavailableException">It cannot be loaded; tried once.</exception>
    public static OnnxRuntime Shared => LazyShared.Value;

    /// <summary>Where the library is looked for.</summary>
    public static string LibraryPath => System.Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } path
        ? path
        : Path.Combine(AppContext.BaseDirectory, "native", OperatingSystem.IsWindows() ? "onnxruntime.dll" : "libonnxruntime.so.1");

    /// <summary>The functions.</summary>
    public OrtApi Api { get; }

    /// <summary>The environment that all sessions share.</summary>
    public OrtHandle Environment { get; }

    /// <summary>The library's version.</summary>
    public string Version { get; }

    /// <summary>Where the library takes memory from that it gives to us.</summary>
    public nint DefaultAllocator { get; }

    /// <summary>Says that a tensor lies in the CPU's memory.</summary>
    public OrtHandle CpuMemory { get; }

    /// <summary>Loads a library.</summary>
    /// <exception cref="ModelUnavailableException">It is not there, or is not one that can be used here.</exception>
    public static OnnxRuntime Load(string path)
    {
        // It writes an id of the machine and events of its own into the user's folders as soon as it makes an environment; to end its
        // telemetry by a call comes too late for that.
        NativeEnvironment.Set(TelemetryVariable, "1");
        if (!NativeLibrary.TryLoad(path, out nint library))
        {
            throw new ModelUnavailableException(Subject, File.Exists(path)
                ? $"{path} cannot be loaded on this system; install the packages that it needs, or name another library in {PathVariable}."
                : $"{path} is not there; install Groove Guru again, or name a library in {PathVariable}.");
        }

        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out nint entry))
        {
            throw new ModelUnavailableException(Subject, $"{path} is another library.");
        }

        nint* start = ((delegate* unmanaged[Cdecl]<nint*>)entry)();
        string version = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged[Cdecl]<byte*>)start[1])()) ?? "";
        nint* table = ((delegate* unmanaged[Cdecl]<uint, nint*>)start[0])(OrtApi.Version);
        if (table == null)
        {
            throw new ModelUnavailableException(Subject, $"{path} is of version {version}; 1.22 or newer is needed.");
        }

        OrtApi api = new(table);
        fixed (byte* name = "grooveguru\0"u8)
        {
            return new OnnxRuntime(api, new OrtHandle(api.CreateEnvironment(FatalOnly, name), api.ReleaseEnvironment), version);
        }
    }
}
