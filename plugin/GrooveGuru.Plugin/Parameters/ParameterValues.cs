using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Plugin.Parameters;

/// <summary>The normalised values of one instance's parameters, read and written by any thread without a lock.</summary>
internal sealed class ParameterValues
{
    private readonly double[] _normalized = new double[ParameterIds.Count];

    /// <summary>All values at their defaults.</summary>
    public ParameterValues()
    {
        for (int index = 0; index < ParameterCatalogue.Count; index++)
        {
            _normalized[index] = ParameterCatalogue.DefaultNormalized(index);
        }
    }

    /// <summary>Whether capture is switched off. [any-thread]</summary>
    [RealtimeSafe]
    public bool IsBypassed => Get(ParameterIds.Bypass) >= 0.5;

    /// <summary>A value, 0 to 1; 0 for an id that does not exist. [any-thread]</summary>
    [RealtimeSafe]
    public double Get(uint id) => id < ParameterIds.Count ? Volatile.Read(ref _normalized[id]) : 0;

    /// <summary>Sets a value that the plugin itself knows. Numbers outside 0 to 1 are clamped, NaN is not taken. [any-thread]</summary>
    [RealtimeSafe]
    public void Publish(uint id, double normalized)
    {
        if (id < ParameterIds.Count && !double.IsNaN(normalized))
        {
            Volatile.Write(ref _normalized[id], normalized < 0 ? 0 : normalized > 1 ? 1 : normalized);
        }
    }

    /// <summary>Sets a value that comes from the host. [any-thread]</summary>
    /// <returns>False for an unknown or read-only parameter and for NaN.</returns>
    [RealtimeSafe]
    public bool TrySetFromHost(uint id, double normalized)
    {
        if (id >= ParameterIds.FirstReadOnly || double.IsNaN(normalized))
        {
            return false;
        }

        Publish(id, normalized);
        return true;
    }
}
