using GrooveGuru.ModelBuild.Onnx;
using GrooveGuru.ModelBuild.TensorFlow;

namespace GrooveGuru.ModelBuild.Conversion;

/// <summary>
/// Makes an ONNX model of a TensorFlow graph: node by node, with TensorFlow's order of dimensions (channels last) turned around each
/// convolution. 32-bit integers, which are shapes and axes only, become 64-bit ones.
/// </summary>
internal static class TfToOnnx
{
    /// <summary>Converts a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="names">Nodes that become outputs, and other names for inputs: the node's name, then the model's.</param>
    /// <exception cref="InvalidDataException">The graph holds what is not converted here; the message names the node.</exception>
    public static OnnxModel Convert(TfGraph graph, IReadOnlyDictionary<string, string> names)
    {
        OnnxModel model = new();
        ConversionContext context = new(graph, model);
        foreach (TfNode node in Ordered(graph.Nodes))
        {
            switch (node.Operator)
            {
                case "Placeholder":
                    AddInput(context, node, names.GetValueOrDefault(node.Name, node.Name));
                    break;
                case "Const":
                    AddConstant(context, node, graph);
                    break;
                default:
                    context.Name(node.Name, OperatorTable.Convert(context, node));
                    break;
            }

            if (node.Operator != "Placeholder" && names.TryGetValue(node.Name, out string? output))
            {
                string value = model.Add("Identity", [context.Value(node.Name)], model.NewName(output));
                model.Outputs.Add(new OnnxValue(value, OnnxElement.Float, Shape(graph, node)));
            }
        }

        string[] missing = [.. names.Keys.Except(graph.Nodes.Select(node => node.Name))];
        return missing.Length > 0
            ? throw new InvalidDataException($"the graph has no node {string.Join(", ", missing)}")
            : model;
    }

    private static void AddInput(ConversionContext context, TfNode node, string name)
    {
        long[] shape = TfGraph.Dimensions(node.Attributes["shape"].GetProperty("shape"));
        string value = context.Model.NewName(name);
        context.Model.Inputs.Add(new OnnxValue(value, OnnxElement.Float, [.. shape.Select(OrAny)]));
        context.Name(node.Name, value);
    }

    private static long?[] Shape(TfGraph graph, TfNode node) => graph.OutputDimensions.TryGetValue(node.Name, out long[]? shape)
        ? [.. shape.Select(OrAny)]
        : throw new InvalidDataException($"the model's signature has no output {node.Name}");

    private static long? OrAny(long size) => size < 0 ? null : size;

    private static void AddConstant(ConversionContext context, TfNode node, TfGraph graph)
    {
        if (!graph.Weights.TryGetValue(node.Name, out TfWeight? weight))
        {
            throw new InvalidDataException($"the constant {node.Name} has no weights");
        }

        string name = context.Model.NewName(node.Name);
        context.Model.Constants.Add(weight.IsInteger
            ? new OnnxTensor(name, OnnxElement.Int64, weight.Dimensions, OnnxTensor.Bytes(weight.ToNumbers()))
            : new OnnxTensor(name, OnnxElement.Float, weight.Dimensions, weight.Data));
        context.Name(node.Name, name);
    }

    // Each node after those that it takes values from, whatever the file's order.
    private static List<TfNode> Ordered(IReadOnlyList<TfNode> nodes)
    {
        Dictionary<string, TfNode> byName = nodes.ToDictionary(node => node.Name, StringComparer.Ordinal);
        List<TfNode> ordered = [];
        HashSet<string> begun = new(StringComparer.Ordinal), done = new(StringComparer.Ordinal);
        Stack<TfNode> waiting = new(nodes.Reverse());
        while (waiting.TryPop(out TfNode? node))
        {
            if (done.Contains(node.Name))
            {
                continue;
            }

            TfNode[] before = [.. node.Inputs.Where(name => !done.Contains(name)).Select(name => byName.GetValueOrDefault(name)
                ?? throw new InvalidDataException($"{node.Name} takes a value from {name}, which is not in the graph"))];
            if (before.Length == 0)
            {
                done.Add(node.Name);
                ordered.Add(node);
            }
            else if (!begun.Add(node.Name))
            {
                throw new InvalidDataException($"{node.Name} is part of a circle");
            }
            else
            {
                waiting.Push(node);
                Array.ForEach(before, waiting.Push);
            }
        }

        return ordered;
    }
}
