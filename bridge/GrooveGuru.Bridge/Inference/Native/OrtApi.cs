using System.Runtime.InteropServices;

namespace GrooveGuru.Bridge.Inference.Native;

/// <summary>ONNX Runtime's C interface: one table of functions, of which those that are used here have a name.</summary>
/// <remarks>The table only ever grows at its end, so the places stay; onnxruntime_c_api.h of version 1.22 and later.</remarks>
internal sealed unsafe class OrtApi
{
    /// <summary>The version of the table that is asked for; newer libraries still give it.</summary>
    public const uint Version = 22;

    private readonly nint* _table;

    /// <summary>The functions behind a table.</summary>
    /// <param name="table">What the library's <c>GetApi</c> gave.</param>
    public OrtApi(nint* table) => _table = table;

    /// <summary>The allocator that names of inputs and outputs are to be given back to.</summary>
    public nint DefaultAllocator()
    {
        nint allocator;
        Check(((delegate* unmanaged[Cdecl]<nint*, nint>)_table[78])(&allocator));
        return allocator;
    }

    /// <summary>Where errors are logged, and how loudly.</summary>
    public nint CreateEnvironment(int severity, byte* name)
    {
        nint environment;
        Check(((delegate* unmanaged[Cdecl]<int, byte*, nint*, nint>)_table[3])(severity, name, &environment));
        Check(((delegate* unmanaged[Cdecl]<nint, nint>)_table[6])(environment)); // no telemetry
        return environment;
    }

    /// <summary>Reads a model. The path is UTF-16 on Windows, UTF-8 elsewhere, ended by zero.</summary>
    public nint CreateSession(nint environment, void* path, nint options)
    {
        nint session;
        Check(((delegate* unmanaged[Cdecl]<nint, void*, nint, nint*, nint>)_table[7])(environment, path, options, &session));
        return session;
    }

    /// <summary>Runs a model. Outputs that are null on entry are made.</summary>
    public void Run(nint session, nint options, byte** inputNames, nint* inputs, nuint inputCount, byte** outputNames, nuint outputCount, nint* outputs)
        => Check(((delegate* unmanaged[Cdecl]<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint>)_table[9])(
            session, options, inputNames, inputs, inputCount, outputNames, outputCount, outputs));

    /// <summary>Options of a session.</summary>
    public nint CreateSessionOptions() => Create(10);

    /// <summary>Whether nodes run one after another (0) or at once (1).</summary>
    public void SetExecutionMode(nint options, int mode) => Set(13, options, mode);

    /// <summary>Ends the reuse of memory by pattern, which DirectML cannot have.</summary>
    public void DisableMemoryPattern(nint options) => Check(((delegate* unmanaged[Cdecl]<nint, nint>)_table[17])(options));

    /// <summary>The least severe message that is logged: 0 verbose to 4 fatal.</summary>
    public void SetLogSeverity(nint options, int severity) => Set(22, options, severity);

    /// <summary>How far the graph is made simpler: 0 none to 99 all.</summary>
    public void SetGraphOptimization(nint options, int level) => Set(23, options, level);

    /// <summary>Threads within one node.</summary>
    public void SetIntraThreads(nint options, int count) => Set(24, options, count);

    /// <summary>Threads over several nodes.</summary>
    public void SetInterThreads(nint options, int count) => Set(25, options, count);

    /// <summary>A setting by its key.</summary>
    public void AddConfigEntry(nint options, byte* key, byte* value)
        => Check(((delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint>)_table[130])(options, key, value));

    /// <summary>The number of a session's inputs or outputs.</summary>
    public int Count(nint session, bool isInput)
    {
        nuint count;
        Check(((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)_table[isInput ? 30 : 31])(session, &count));
        return (int)count;
    }

    /// <summary>The name of an input or output.</summary>
    public string Name(nint session, bool isInput, int index, nint allocator)
    {
        byte* name;
        Check(((delegate* unmanaged[Cdecl]<nint, nuint, nint, byte**, nint>)_table[isInput ? 36 : 37])(session, (nuint)index, allocator, &name));
        string text = Marshal.PtrToStringUTF8((nint)name) ?? "";
        Check(((delegate* unmanaged[Cdecl]<nint, void*, nint>)_table[76])(allocator, name));
        return text;
    }

    /// <summary>The element type (ONNX's number) and shape (-1 for any size) of an input or output; null where it is no tensor.</summary>
    public (int Element, long[] Dimensions)? TensorType(nint session, bool isInput, int index)
    {
        nint type, tensor;
        Check(((delegate* unmanaged[Cdecl]<nint, nuint, nint*, nint>)_table[isInput ? 33 : 34])(session, (nuint)index, &type));
        try
        {
            Check(((delegate* unmanaged[Cdecl]<nint, nint*, nint>)_table[55])(type, &tensor));
            return tensor == 0 ? null : Shape(tensor);
        }
        finally
        {
            Release(98, type);
        }
    }

    /// <summary>The element type (ONNX's number) and shape of a value.</summary>
    public (int Element, long[] Dimensions) TensorType(nint value)
    {
        nint tensor;
        Check(((delegate* unmanaged[Cdecl]<nint, nint*, nint>)_table[65])(value, &tensor));
        try
        {
            return Shape(tensor);
        }
        finally
        {
            Release(99, tensor);
        }
    }

    /// <summary>Options of a run, by which it can be ended.</summary>
    public nint CreateRunOptions() => Create(39);

    /// <summary>Ends the runs that have these options, and those to come. [any-thread]</summary>
    public void Terminate(nint runOptions) => Check(((delegate* unmanaged[Cdecl]<nint, nint>)_table[46])(runOptions));

    /// <summary>A value over memory of ours, which has to stay where it is as long as the value lives.</summary>
    public nint CreateTensor(nint memoryInfo, void* data, nuint bytes, ReadOnlySpan<long> dimensions, int element)
    {
        nint value;
        fixed (long* shape = dimensions)
        {
            Check(((delegate* unmanaged[Cdecl]<nint, void*, nuint, long*, nuint, int, nint*, nint>)_table[49])(
                memoryInfo, data, bytes, shape, (nuint)dimensions.Length, element, &value));
        }

        return value;
    }

    /// <summary>The elements of a tensor.</summary>
    public void* TensorData(nint value)
    {
        void* data;
        Check(((delegate* unmanaged[Cdecl]<nint, void**, nint>)_table[51])(value, &data));
        return data;
    }

    /// <summary>Says that memory is the CPU's.</summary>
    public nint CreateCpuMemoryInfo()
    {
        nint info;
        Check(((delegate* unmanaged[Cdecl]<int, int, nint*, nint>)_table[69])(0, 0, &info));
        return info;
    }

    /// <summary>What can run a model with this library.</summary>
    public string[] AvailableProviders()
    {
        byte** names;
        int count;
        Check(((delegate* unmanaged[Cdecl]<byte***, int*, nint>)_table[125])(&names, &count));
        string[] providers = new string[count];
        for (int index = 0; index < count; index++)
        {
            providers[index] = Marshal.PtrToStringUTF8((nint)names[index]) ?? "";
        }

        Check(((delegate* unmanaged[Cdecl]<byte**, int, nint>)_table[126])(names, count));
        return providers;
    }

    /// <summary>Lets DirectML run a session's nodes.</summary>
    /// <exception cref="OrtStatusException">The library has no DirectML.</exception>
    public void AppendDirectMl(nint options, int device)
    {
        nint* table;
        fixed (byte* name = "DML\0"u8)
        {
            Check(((delegate* unmanaged[Cdecl]<byte*, uint, nint**, nint>)_table[195])(name, Version, &table));
        }

        Check(((delegate* unmanaged[Cdecl]<nint, int, nint>)table[0])(options, device));
    }

    /// <summary>Gives an environment back.</summary>
    public void ReleaseEnvironment(nint environment) => Release(92, environment);

    /// <summary>Gives a memory info back.</summary>
    public void ReleaseMemoryInfo(nint info) => Release(94, info);

    /// <summary>Gives a session back.</summary>
    public void ReleaseSession(nint session) => Release(95, session);

    /// <summary>Gives a value back.</summary>
    public void ReleaseValue(nint value) => Release(96, value);

    /// <summary>Gives options of a run back.</summary>
    public void ReleaseRunOptions(nint options) => Release(97, options);

    /// <summary>Gives options of a session back.</summary>
    public void ReleaseSessionOptions(nint options) => Release(100, options);

    private (int Element, long[] Dimensions) Shape(nint tensor)
    {
        int element;
        nuint rank;
        Check(((delegate* unmanaged[Cdecl]<nint, int*, nint>)_table[60])(tensor, &element));
        Check(((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)_table[61])(tensor, &rank));
        long[] dimensions = new long[(int)rank];
        fixed (long* sizes = dimensions)
        {
            Check(((delegate* unmanaged[Cdecl]<nint, long*, nuint, nint>)_table[62])(tensor, sizes, rank));
        }

        return (element, dimensions);
    }

    private nint Create(int place)
    {
        nint made;
        Check(((delegate* unmanaged[Cdecl]<nint*, nint>)_table[place])(&made));
        return made;
    }

    private void Set(int place, nint options, int value) => Check(((delegate* unmanaged[Cdecl]<nint, int, nint>)_table[place])(options, value));

    private void Release(int place, nint handle) => ((delegate* unmanaged[Cdecl]<nint, void>)_table[place])(handle);

    private void Check(nint status)
    {
        if (status == 0)
        {
            return;
        }

        int code = ((delegate* unmanaged[Cdecl]<nint, int>)_table[1])(status);
        string message = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged[Cdecl]<nint, byte*>)_table[2])(status)) ?? "";
        Release(93, status);
        throw new OrtStatusException(code, message);
    }
}
