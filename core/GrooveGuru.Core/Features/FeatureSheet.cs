namespace GrooveGuru.Core.Features;

/// <summary>Collects measured values and hands them out in catalogue order.</summary>
internal sealed class FeatureSheet
{
    private readonly Dictionary<string, FeatureValue> _values = [];

    /// <summary>Adds a number; one that is not finite becomes "not measurable" rather than an error.</summary>
    public void Add(string id, double value, double? confidence = null, IReadOnlyList<double>? detail = null)
    {
        FeatureDefinition definition = FeatureCatalog.Get(id);
        _values[id] = double.IsFinite(value)
            ? FeatureValue.Of(definition, value, confidence) with { Detail = detail ?? [] }
            : FeatureValue.NotMeasurable(definition, "The signal gives no finite value.");
    }

    /// <summary>Adds a value that is made elsewhere.</summary>
    public void Add(FeatureValue value) => _values[value.Definition.Id] = value;

    /// <summary>Adds the same absence for several features.</summary>
    public void AddMissing(string reason, params IEnumerable<string> ids)
    {
        foreach (string id in ids)
        {
            _values[id] = FeatureValue.NotMeasurable(FeatureCatalog.Get(id), reason);
        }
    }

    /// <summary>Gives all absences one reason that stands above their own.</summary>
    public void Explain(string reason)
    {
        foreach (FeatureValue value in _values.Values.Where(value => !value.IsMeasured).ToList())
        {
            _values[value.Definition.Id] = value with { NotMeasurableReason = reason };
        }
    }

    /// <summary>The set, in catalogue order.</summary>
    public FeatureSet ToSet() =>
        new(FeatureCatalog.All.Where(definition => _values.ContainsKey(definition.Id)).Select(definition => _values[definition.Id]));
}
