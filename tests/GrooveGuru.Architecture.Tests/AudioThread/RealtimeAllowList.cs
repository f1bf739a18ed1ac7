namespace GrooveGuru.Architecture.Tests.AudioThread;

/// <summary>What the audio thread may call outside our own code: nothing here allocates, locks, waits or does I/O.</summary>
internal static class RealtimeAllowList
{
    /// <summary>Types of which every method is allowed.</summary>
    private static readonly HashSet<string> Types =
    [
        "System.Math",
        "System.MathF",
        "System.Span`1",
        "System.ReadOnlySpan`1",
        "System.Nullable`1",
        "System.ValueTuple`2",
        "System.ValueTuple`3",
        "System.Runtime.InteropServices.MemoryMarshal",
        "System.Runtime.CompilerServices.Unsafe",
        "System.Threading.Volatile",
        "System.Threading.Interlocked",
        "System.BitConverter",
        "System.Numerics.BitOperations",
        "System.Numerics.Complex",
        "System.Numerics.Tensors.TensorPrimitives",
        "System.Numerics.Vector",
        "System.Numerics.Vector`1",
        "System.Numerics.Vector2",
        "System.Numerics.Vector4",
    ];

    /// <summary>Namespaces of which every type is allowed: the processor's own instructions.</summary>
    private static readonly string[] Namespaces =
    [
        "System.Runtime.Intrinsics.",
    ];

    private static readonly string[] NumberTypes =
        ["System.Single", "System.Double", "System.Int32", "System.Int64", "System.UInt32", "System.UInt64"];

    /// <summary>Single methods of types that also have others.</summary>
    private static readonly HashSet<string> Methods =
    [
        "System.Object::.ctor",
        "System.ValueType::.ctor",
        "System.Array::Clear",
        "System.Array::Copy",
        "System.Array::Fill",
        "System.Array::get_Length",
        "System.MemoryExtensions::AsSpan",
        "System.MemoryExtensions::CopyTo",
        "System.Buffer::MemoryCopy",
        "System.Runtime.InteropServices.NativeMemory::Copy",
        "System.Runtime.InteropServices.NativeMemory::Clear",
        "System.Runtime.InteropServices.NativeMemory::Fill",
        "System.Runtime.CompilerServices.RuntimeHelpers::CreateSpan",
        "System.Runtime.CompilerServices.RuntimeHelpers::IsReferenceOrContainsReferences",
        // Constants of the build.
        "System.Runtime.CompilerServices.RuntimeFeature::get_IsDynamicCodeSupported",
        "System.OperatingSystem::IsWindows",
        // Reads the clock without entering the kernel.
        "System.Diagnostics.Stopwatch::GetTimestamp",
        .. Numbers("IsNaN", "IsFinite", "IsInfinity", "IsNegative", "IsSubnormal", "IsNormal", "Abs", "Min", "Max", "Clamp"),
    ];

    /// <summary>The only methods that may catch: the function that the host calls where code is compiled just in time.</summary>
    private static readonly HashSet<string> CatchingMethods =
    [
        "GrooveGuru.Plugin.Vst3.AudioProcessorEntries::Process",
    ];

    /// <summary>The only types that call managed function pointers: behind theirs are the host's functions, see there.</summary>
    private static readonly HashSet<string> PointerCallingTypes =
    [
        "GrooveGuru.Plugin.Processing.Realtime.HostFunctions",
    ];

    /// <summary>Whether a method outside our code may be called.</summary>
    /// <param name="typeName">Full name of its type, with arity.</param>
    /// <param name="methodName">Its name.</param>
    public static bool Allows(string typeName, string methodName) => Types.Contains(typeName)
        || Methods.Contains($"{typeName}::{methodName}")
        || Namespaces.Any(space => typeName.StartsWith(space, StringComparison.Ordinal));

    /// <summary>Whether a method of ours may have a try block.</summary>
    public static bool MayCatch(string fullName) => CatchingMethods.Contains(fullName);

    /// <summary>Whether a type of ours may call managed function pointers.</summary>
    public static bool MayCallPointers(string typeName) => PointerCallingTypes.Contains(typeName);

    private static IEnumerable<string> Numbers(params string[] methods) =>
        from type in NumberTypes
        from method in methods
        select $"{type}::{method}";
}
