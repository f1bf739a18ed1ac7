using GrooveGuru.ModelBuild.Onnx;
using GrooveGuru.ModelBuild.TensorFlow;

namespace GrooveGuru.ModelBuild.Conversion;

/// <summary>What the conversion of one node sees and adds to.</summary>
/// <param name="graph">Where it comes from.</param>
/// <param name="model">Where it goes.</param>
internal sealed class ConversionContext(TfGraph graph, OnnxModel model)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The model that is made.</summary>
    public OnnxModel Model => model;

    /// <summary>Says how the value of a node is called in the model.</summary>
    public void Name(string node, string value) => _values[node] = value;

    /// <summary>The value of a node that was converted already.</summary>
    /// <exception cref="KeyNotFoundException">It was not.</exception>
    public string Value(string node) => _values[node];

    /// <summary>The value that a node's input takes.</summary>
    /// <exception cref="InvalidDataException">The node has no such input, or it comes later in the graph.</exception>
    public string Input(TfNode node, int index)
        => index < node.Inputs.Count && _values.TryGetValue(node.Inputs[index], out string? value)
            ? value
            : throw new InvalidDataException($"{node.Operator} {node.Name} has no input {index}");

    /// <summary>All values that a node takes.</summary>
    public string[] Inputs(TfNode node) => [.. Enumerable.Range(0, node.Inputs.Count).Select(index => Input(node, index))];

    /// <summary>An input that has to be a constant of whole numbers: axes, paddings, orders.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public long[] Constant(TfNode node, int index)
        => index < node.Inputs.Count && graph.Weights.TryGetValue(node.Inputs[index], out TfWeight? weight)
            ? weight.ToNumbers()
            : throw new InvalidDataException($"{node.Operator} {node.Name} computes its input {index}, which is not converted here");

    /// <summary>Adds a step on the way to a node's value.</summary>
    /// <returns>The name of what it makes.</returns>
    public string Step(TfNode node, string operation, IReadOnlyList<string> inputs, params IReadOnlyList<OnnxAttribute> attributes)
        => model.Add(operation, inputs, model.NewName($"{node.Name}/{operation}"), attributes);

    /// <summary>Adds a constant vector for a node.</summary>
    /// <returns>The name of it.</returns>
    public string Vector(TfNode node, string purpose, params IReadOnlyList<long> values)
        => model.AddVector(model.NewName($"{node.Name}/{purpose}"), values);
}
