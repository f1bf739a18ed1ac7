using GrooveGuru.ModelBuild.Onnx;
using GrooveGuru.ModelBuild.TensorFlow;

namespace GrooveGuru.ModelBuild.Conversion;

/// <summary>What the conversion of one node sees and adds to.</summary>
/// <param name="graph">Where it comes from.</param>
/// <param name="model">Where it goes.</param>
internal sealed class ConversionContext(TfGraph graph, OnnxModel model)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Source, string Axes)> _widened = new(StringComparer.Ordinal);

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

    /// <summary>The shape of a node that is a constant, or a constant with dimensions of size 1 added.</summary>
    /// <returns>Null where the node's value is computed.</returns>
    public IReadOnlyList<long>? ConstantShape(string node)
    {
        if (graph.Weights.TryGetValue(node, out TfWeight? weight))
        {
            return weight.Dimensions;
        }

        TfNode? maker = graph.Nodes.FirstOrDefault(other => other.Name == node);
        if (maker?.Operator != "ExpandDims" || ConstantShape(maker.Inputs[0]) is not { } inner)
        {
            return null;
        }

        List<long> shape = [.. inner];
        int axis = (int)Constant(maker, 1)[0];
        shape.Insert(axis < 0 ? axis + shape.Count + 1 : axis, 1);
        return shape;
    }

    /// <summary>Adds a step on the way to a node's value.</summary>
    /// <returns>The name of what it makes.</returns>
    public string Step(TfNode node, string operation, IReadOnlyList<string> inputs, params IReadOnlyList<OnnxAttribute> attributes)
        => model.Add(operation, inputs, model.NewName($"{node.Name}/{operation}"), attributes);

    /// <summary>Adds dimensions of size 1.</summary>
    /// <param name="node">The node that does so.</param>
    /// <param name="value">To what.</param>
    /// <param name="axes">The constant that names them.</param>
    /// <returns>The name of what it makes.</returns>
    public string Widen(TfNode node, string value, string axes)
    {
        string widened = Step(node, "Unsqueeze", [value, axes]);
        _widened[widened] = (value, axes);
        return widened;
    }

    /// <summary>Of what a value was made by adding dimensions of size 1; null where it was made otherwise.</summary>
    public (string Source, string Axes)? Widened(string value) => _widened.TryGetValue(value, out (string, string) source) ? source : null;

    /// <summary>Adds a constant vector for a node.</summary>
    /// <returns>The name of it.</returns>
    public string Vector(TfNode node, string purpose, params IReadOnlyList<long> values)
        => model.AddVector(model.NewName($"{node.Name}/{purpose}"), values);
}
