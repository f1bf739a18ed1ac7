using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Plugin.Parameters;

/// <summary>The normalised values of one instance's parameters, read and written by any thread without a lock.</summary>
/// <remarks>The audio path knows only <see cref="Memory"/>, through the static methods here.</remarks>
internal sealed unsafe class ParameterValues
{
    // Pinned memory has one address for life.
    private readonly double[] _normalized = GC.AllocateArray<double>((int)ParameterIds.Count, pinned: true);

    /// <summary>All values at their defaults.</summary>
    public ParameterValues()
    {
        for (int index = 0; index < ParameterCatalogue.Count; index++)
        {
            _normalized[index] = ParameterCatalogue.DefaultNormalized(index);
        }

        Memory = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_normalized));
    }

    /// <summary>The values [<see cref="ParameterIds.Count"/>]; good as long as this object is known to somebody.</summary>
    public double* Memory { get; }

    /// <summary>Whether capture is switched off. [any-thread]</summary>
    public bool IsBypassed => IsOn(Memory, ParameterIds.Bypass);

    /// <summary>Whether a switch is on. [any-thread]</summary>
    /// <param name="values">As in <see cref="Memory"/>.</param>
    /// <param name="id">A parameter that exists.</param>
    [RealtimeSafe]
    public static bool IsOn(double* values, uint id) => Volatile.Read(ref values[id]) >= 0.5;

    /// <summary>Sets a value that comes from the host. [any-thread]</summary>
    /// <param name="values">As in <see cref="Memory"/>.</param>
    /// <param name="id">Any number.</param>
    /// <param name="normalized">Clamped to 0–1.</param>
    /// <returns>False for an unknown or read-only parameter and for NaN.</returns>
    [RealtimeSafe]
    public static bool TrySetFromHost(double* values, uint id, double normalized)
    {
        if (id >= ParameterIds.FirstReadOnly || double.IsNaN(normalized))
        {
            return false;
        }

        Volatile.Write(ref values[id], normalized < 0 ? 0 : normalized > 1 ? 1 : normalized);
        return true;
    }

    /// <summary>A value, 0 to 1; 0 for an id that does not exist. [any-thread]</summary>
    public double Get(uint id) => id < ParameterIds.Count ? Volatile.Read(ref _normalized[id]) : 0;

    /// <summary>Sets a value that the plugin itself knows. Numbers outside 0 to 1 are clamped, NaN is not taken. [any-thread]</summary>
    public void Publish(uint id, double normalized)
    {
        if (id < ParameterIds.Count && !double.IsNaN(normalized))
        {
            Volatile.Write(ref _normalized[id], normalized < 0 ? 0 : normalized > 1 ? 1 : normalized);
        }
    }

    /// <summary>Sets a value that comes from the host. [any-thread]</summary>
    /// <returns>False for an unknown or read-only parameter and for NaN.</returns>
    public bool TrySetFromHost(uint id, double normalized) => TrySetFromHost(Memory, id, normalized);
}
