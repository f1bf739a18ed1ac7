using System.Text;
using GrooveGuru.Bridge.Inference.Native;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Inference;

/// <summary>A loaded model. Several threads may run it at once, each with an <see cref="InferenceRun"/> of its own.</summary>
internal sealed unsafe class InferenceSession : IDisposable
{
    private const int AllOptimizations = 99;
    private const int FatalOnly = 4;

    private InferenceSession(
        OnnxRuntime runtime, OrtHandle handle, ModelContract contract, (InferenceDevice Device, string? WhyNotWished) device, int threads, string path)
    {
        Runtime = runtime;
        Handle = handle;
        Contract = contract;
        Device = device.Device;
        WhyNotWished = device.WhyNotWished;
        RunsAtOnce = contract.IsSmall && Device == InferenceDevice.Cpu ? threads : 1;
        Path = path;
    }

    /// <summary>The library.</summary>
    public OnnxRuntime Runtime { get; }

    /// <summary>The session.</summary>
    public OrtHandle Handle { get; }

    /// <summary>What the model takes and gives.</summary>
    public ModelContract Contract { get; }

    /// <summary>What runs it.</summary>
    public InferenceDevice Device { get; }

    /// <summary>Why another device runs it than was wished for; null where that does.</summary>
    public string? WhyNotWished { get; }

    /// <summary>With how many runs at the same time it is the quickest.</summary>
    public int RunsAtOnce { get; }

    /// <summary>The model's file.</summary>
    public string Path { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="runtime">The library.</param>
    /// <param name="path">The model's file.</param>
    /// <param name="contract">What it must be.</param>
    /// <param name="settings">How it is to be run; where the device is not there the processor does it.</param>
    /// <exception cref="ModelUnavailableException">The file is not there, is damaged, or holds another model.</exception>
    public static InferenceSession Load(OnnxRuntime runtime, string path, ModelContract contract, InferenceSettings settings)
    {
        if (!File.Exists(path))
        {
            throw new ModelUnavailableException(path, $"the model {contract.Name} is not there.");
        }

        try
        {
            (OrtHandle handle, InferenceDevice device, string? whyNotWished) = Open(
                runtime, path, contract.IsSmall ? settings with { Threads = 1 } : settings);
            InferenceSession session = new(runtime, handle, contract, (device, whyNotWished), settings.Threads, path);
            if (contract.WhyNot(Shapes(runtime, handle, isInput: true), Shapes(runtime, handle, isInput: false)) is { } reason)
            {
                session.Dispose();
                throw new ModelUnavailableException(path, $"this is no {contract.Name} model: {reason}.");
            }

            return session;
        }
        catch (OrtStatusException error)
        {
            throw new ModelUnavailableException(path, $"this file cannot be used as a model; it is damaged, or of another kind ({FirstLine(error)}).", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();

    private static (OrtHandle Handle, InferenceDevice Device, string? WhyNotWished) Open(
        OnnxRuntime runtime, string path, InferenceSettings settings)
    {
        OrtApi api = runtime.Api;
        string? whyNot = null;
        if (settings.Device == InferenceDevice.DirectMl)
        {
            try
            {
                using OrtHandle options = Options(api, settings);
                api.DisableMemoryPattern(options.Value);
                api.AppendDirectMl(options.Value, device: 0);
                return (Create(runtime, path, options), InferenceDevice.DirectMl, null);
            }
            catch (OrtStatusException error)
            {
                whyNot = $"DirectML cannot run it: {FirstLine(error)}";
            }
        }

        using OrtHandle plain = Options(api, settings);
        return (Create(runtime, path, plain), InferenceDevice.Cpu, whyNot);
    }

    private static OrtHandle Options(OrtApi api, InferenceSettings settings)
    {
        OrtHandle options = new(api.CreateSessionOptions(), api.ReleaseSessionOptions);
        api.SetLogSeverity(options.Value, FatalOnly);
        api.SetExecutionMode(options.Value, 0);
        api.SetGraphOptimization(options.Value, AllOptimizations);
        api.SetIntraThreads(options.Value, settings.Threads);
        api.SetInterThreads(options.Value, 1);

        // Threads that spin while they wait for work would take the DAW's cores.
        fixed (byte* key = "session.intra_op.allow_spinning\0"u8, off = "0\0"u8)
        {
            api.AddConfigEntry(options.Value, key, off);
        }

        return options;
    }

    private static OrtHandle Create(OnnxRuntime runtime, string path, OrtHandle options)
    {
        Encoding encoding = OperatingSystem.IsWindows() ? Encoding.Unicode : Encoding.UTF8;
        fixed (byte* name = encoding.GetBytes($"{System.IO.Path.GetFullPath(path)}\0"))
        {
            return new OrtHandle(
                runtime.Api.CreateSession(runtime.Environment.Value, name, options.Value), runtime.Api.ReleaseSession);
        }
    }

    private static TensorShape[] Shapes(OnnxRuntime runtime, OrtHandle session, bool isInput)
    {
        OrtApi api = runtime.Api;
        TensorShape[] shapes = new TensorShape[api.Count(session.Value, isInput)];
        for (int index = 0; index < shapes.Length; index++)
        {
            string name = api.Name(session.Value, isInput, index, runtime.DefaultAllocator);
            shapes[index] = api.TensorType(session.Value, isInput, index) is { } type
                ? new TensorShape(name, (TensorElement)type.Element, type.Dimensions)
                : new TensorShape(name, 0, []);
        }

        return shapes;
    }

    private static string FirstLine(OrtStatusException error) => error.Message.Split('\n')[0].Trim();
}
