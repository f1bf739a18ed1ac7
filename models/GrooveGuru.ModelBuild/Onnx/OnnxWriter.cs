namespace GrooveGuru.ModelBuild.Onnx;

/// <summary>Writes a model in ONNX's protobuf form. The same model always gives the same bytes.</summary>
/// <remarks>The numbers are those of the fields in the ONNX IR specification, version 7 of the IR.</remarks>
internal static class OnnxWriter
{
    private const int IrVersion = 7;
    private const int IntAttribute = 2;
    private const int StringAttribute = 3;
    private const int IntsAttribute = 7;

    /// <summary>The bytes of a model.</summary>
    public static byte[] Write(OnnxModel model)
    {
        ProtoMessage message = new();
        message.Number(1, IrVersion);
        message.Text(2, "grooveguru");
        message.Nested(7, Graph(model));
        ProtoMessage operators = new();
        operators.Text(1, "");
        operators.Number(2, OnnxModel.OperatorSet);
        message.Nested(8, operators);
        foreach ((string key, string value) in model.Metadata)
        {
            ProtoMessage entry = new();
            entry.Text(1, key);
            entry.Text(2, value);
            message.Nested(14, entry);
        }

        return message.ToBytes();
    }

    private static ProtoMessage Graph(OnnxModel model)
    {
        ProtoMessage graph = new();
        foreach (OnnxNode node in model.Nodes)
        {
            graph.Nested(1, Node(node));
        }

        graph.Text(2, "graph");
        foreach (OnnxTensor constant in model.Constants)
        {
            graph.Nested(5, Tensor(constant));
        }

        foreach (OnnxValue input in model.Inputs)
        {
            graph.Nested(11, Value(input));
        }

        foreach (OnnxValue output in model.Outputs)
        {
            graph.Nested(12, Value(output));
        }

        return graph;
    }

    private static ProtoMessage Node(OnnxNode node)
    {
        ProtoMessage message = new();
        foreach (string input in node.Inputs)
        {
            message.Text(1, input);
        }

        message.Text(2, node.Output);
        message.Text(3, node.Output);
        message.Text(4, node.Operator);
        foreach (OnnxAttribute attribute in node.Attributes)
        {
            message.Nested(5, Attribute(attribute));
        }

        return message;
    }

    private static ProtoMessage Attribute(OnnxAttribute attribute)
    {
        ProtoMessage message = new();
        message.Text(1, attribute.Name);
        switch (attribute.Value)
        {
            case long number:
                message.Number(3, number);
                message.Number(20, IntAttribute);
                break;
            case string text:
                message.Text(4, text);
                message.Number(20, StringAttribute);
                break;
            case IReadOnlyList<long> numbers:
                foreach (long number in numbers)
                {
                    message.Number(8, number);
                }

                message.Number(20, IntsAttribute);
                break;
            default:
                throw new ArgumentException($"{attribute.Name} is of a type that attributes here do not have", nameof(attribute));
        }

        return message;
    }

    private static ProtoMessage Tensor(OnnxTensor tensor)
    {
        ProtoMessage message = new();
        foreach (long dimension in tensor.Dimensions)
        {
            message.Number(1, dimension);
        }

        message.Number(2, (long)tensor.Element);
        message.Text(8, tensor.Name);
        message.Bytes(9, tensor.Data);
        return message;
    }

    private static ProtoMessage Value(OnnxValue value)
    {
        ProtoMessage shape = new();
        for (int index = 0; index < value.Dimensions.Count; index++)
        {
            ProtoMessage dimension = new();
            if (value.Dimensions[index] is { } size)
            {
                dimension.Number(1, size);
            }
            else
            {
                dimension.Text(2, $"any{index}");
            }

            shape.Nested(1, dimension);
        }

        ProtoMessage tensor = new();
        tensor.Number(1, (long)value.Element);
        tensor.Nested(2, shape);
        ProtoMessage type = new();
        type.Nested(1, tensor);
        ProtoMessage message = new();
        message.Text(1, value.Name);
        message.Nested(2, type);
        return message;
    }
}
