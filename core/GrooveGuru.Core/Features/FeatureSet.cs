using System.Collections;

namespace GrooveGuru.Core.Features;

/// <summary>The features of one piece of audio, in catalogue order, found by id.</summary>
public sealed class FeatureSet : IReadOnlyList<FeatureValue>
{
    private readonly FeatureValue[] _values;
    private readonly Dictionary<string, FeatureValue> _byId;

    /// <summary>A set of measured features.</summary>
    /// <exception cref="ArgumentException">An id occurs twice.</exception>
    public FeatureSet(IEnumerable<FeatureValue> values)
    {
        _values = values.ToArray();
        _byId = _values.ToDictionary(value => value.Definition.Id);
    }

    /// <inheritdoc/>
    public int Count => _values.Length;

    /// <inheritdoc/>
    public FeatureValue this[int index] => _values[index];

    /// <summary>The feature with this id; null where it was not asked for.</summary>
    public FeatureValue? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The number behind an id; null where it is absent, a text, or not measurable.</summary>
    public double? Number(string id) => Find(id)?.Value;

    /// <inheritdoc/>
    public IEnumerator<FeatureValue> GetEnumerator() => ((IEnumerable<FeatureValue>)_values).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
