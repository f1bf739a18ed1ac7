using GrooveGuru.ModelBuild.Onnx;
using GrooveGuru.ModelBuild.TensorFlow;

namespace GrooveGuru.ModelBuild.Conversion;

/// <summary>How each operator of TensorFlow is said in ONNX.</summary>
/// <remarks>TensorFlow's raw_ops documentation; ONNX operators of set 13.</remarks>
internal static class OperatorTable
{
    /// <summary>Converts one node.</summary>
    /// <returns>The name of its value in the model.</returns>
    /// <exception cref="InvalidDataException">There is no way for this node here.</exception>
    public static string Convert(ConversionContext context, TfNode node) => node.Operator switch
    {
        "Add" or "AddV2" => WithNumber(context, node, "Add"),
        "Mul" => WithNumber(context, node, "Mul"),
        "Sub" or "Neg" or "Sqrt" or "Log" or "Sigmoid" or "Identity" or "Shape" or "Reshape" => Same(context, node, node.Operator),
        "Square" => context.Step(node, "Mul", [context.Input(node, 0), context.Input(node, 0)]),
        "DivNoNan" => DivideOrZero(context, node),
        "Sum" => Reduce(context, node, context.Step(node, "ReduceSum", [context.Input(node, 0), context.Vector(node, "axes", context.Constant(node, 1))], KeepDimensions(node))),
        "Min" => Reduce(context, node, context.Step(node, "ReduceMin", [context.Input(node, 0)], new OnnxAttribute("axes", context.Constant(node, 1)), KeepDimensions(node))),
        "Max" => Reduce(context, node, context.Step(node, "ReduceMax", [context.Input(node, 0)], new OnnxAttribute("axes", context.Constant(node, 1)), KeepDimensions(node))),
        "Transpose" => context.Step(node, "Transpose", [context.Input(node, 0)], new OnnxAttribute("perm", context.Constant(node, 1))),
        "ExpandDims" => context.Widen(node, context.Input(node, 0), context.Vector(node, "axes", context.Constant(node, 1))),
        "Squeeze" => context.Step(node, "Squeeze", [context.Input(node, 0), context.Vector(node, "axes", node.Numbers("squeeze_dims"))]),
        "ConcatV2" => context.Step(node, "Concat", context.Inputs(node)[..^1], new OnnxAttribute("axis", context.Constant(node, node.Inputs.Count - 1)[0])),
        "Pack" => Pack(context, node),
        "Pad" => Pad(context, node, "constant"),
        "MirrorPad" => Pad(context, node, node.Text("mode") == "REFLECT" ? "reflect" : throw Unknown(node)),
        "StridedSlice" => StridedSlice.Convert(context, node),
        "Conv2D" or "_FusedConv2D" => Convolution.Convert(context, node),
        _ => throw Unknown(node),
    };

    private static InvalidDataException Unknown(TfNode node) => new($"{node.Operator} ({node.Name}) is not converted here");

    private static string Same(ConversionContext context, TfNode node, string operation)
        => context.Step(node, operation, context.Inputs(node));

    // What is done with one number is done before a dimension of size 1 is added: behind it each element would be a run of its own.
    private static string WithNumber(ConversionContext context, TfNode node, string operation)
        => node.Inputs is [_, var number] && context.ConstantShape(number) is [] or [1] && context.Widened(context.Input(node, 0)) is { } widened
            ? context.Widen(node, context.Step(node, operation, [widened.Source, context.Input(node, 1)]), widened.Axes)
            : Same(context, node, operation);

    private static OnnxAttribute KeepDimensions(TfNode node) => new("keepdims", node.Is("keep_dims") ? 1L : 0L);

    private static string Reduce(ConversionContext context, TfNode node, string value)
        => context.Constant(node, 1).Length > 0 ? value : throw new InvalidDataException($"{node.Operator} {node.Name} has no axes");

    private static string DivideOrZero(ConversionContext context, TfNode node)
    {
        string divisor = context.Input(node, 1);
        string zero = context.Model.NewName($"{node.Name}/zero");
        context.Model.Constants.Add(OnnxTensor.Scalar(zero, 0));
        string isZero = context.Step(node, "Equal", [divisor, zero]);
        return context.Step(node, "Where", [isZero, zero, context.Step(node, "Div", [context.Input(node, 0), divisor])]);
    }

    private static string Pack(ConversionContext context, TfNode node)
    {
        long axis = node.Number("axis");
        string axes = context.Vector(node, "axes", axis);
        string[] parts = [.. context.Inputs(node).Select(input => context.Step(node, "Unsqueeze", [input, axes]))];
        return context.Step(node, "Concat", parts, new OnnxAttribute("axis", axis));
    }

    // TensorFlow gives (before, after) of each dimension, ONNX all before and then all after.
    private static string Pad(ConversionContext context, TfNode node, string mode)
    {
        long[] pairs = context.Constant(node, 1);
        string pads = context.Vector(node, "pads", [.. pairs.Where((_, index) => index % 2 == 0), .. pairs.Where((_, index) => index % 2 == 1)]);
        return context.Step(node, "Pad", [context.Input(node, 0), pads], new OnnxAttribute("mode", mode));
    }
}
