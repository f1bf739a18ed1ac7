namespace GrooveGuru.ModelBuild.Onnx;

/// <summary>A model as it is written to a file.</summary>
internal sealed class OnnxModel
{
    /// <summary>The version of the operators' definitions.</summary>
    public const int OperatorSet = 13;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>What is put in.</summary>
    public List<OnnxValue> Inputs { get; } = [];

    /// <summary>What comes out.</summary>
    public List<OnnxValue> Outputs { get; } = [];

    /// <summary>The weights and other constants.</summary>
    public List<OnnxTensor> Constants { get; } = [];

    /// <summary>The steps, each after those that it takes values from.</summary>
    public List<OnnxNode> Nodes { get; } = [];

    /// <summary>What is told about the model beside itself.</summary>
    public SortedDictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a step.</summary>
    /// <returns>The name of what it makes.</returns>
    public string Add(string operation, IReadOnlyList<string> inputs, string output, params IReadOnlyList<OnnxAttribute> attributes)
    {
        Nodes.Add(new OnnxNode(operation, inputs, output, attributes));
        return output;
    }

    /// <summary>Adds a constant vector of whole numbers.</summary>
    /// <returns>The name of it.</returns>
    public string AddVector(string name, IReadOnlyList<long> values)
    {
        Constants.Add(OnnxTensor.Vector(name, values));
        return name;
    }

    /// <summary>A name that nothing else in the model has.</summary>
    public string NewName(string stem)
    {
        string name = stem;
        for (int number = 2; !_names.Add(name); number++)
        {
            name = $"{stem}.{number}";
        }

        return name;
    }
}
