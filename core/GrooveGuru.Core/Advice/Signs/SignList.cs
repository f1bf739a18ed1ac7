using System.Globalization;

namespace GrooveGuru.Core.Advice.Signs;

/// <summary>Signs by name, in the order in which they are measured.</summary>
internal sealed class SignList
{
    private readonly List<string> _names = [];
    private readonly List<float> _values = [];

    /// <summary>Their names, such as "level_250".</summary>
    internal IReadOnlyList<string> Names => _names;

    /// <summary>Their values.</summary>
    internal IReadOnlyList<float> Values => _values;

    /// <summary>Adds one; what is not finite counts as 0.</summary>
    internal void Add(string name, double value)
    {
        _names.Add(name);
        _values.Add(double.IsFinite(value) ? (float)value : 0);
    }

    /// <summary>Adds one of a frequency.</summary>
    internal void Add(string name, double frequencyHz, double value) =>
        Add(name + "_" + frequencyHz.ToString("0", CultureInfo.InvariantCulture), value);
}
