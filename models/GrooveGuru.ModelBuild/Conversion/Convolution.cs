using GrooveGuru.ModelBuild.Onnx;
using GrooveGuru.ModelBuild.TensorFlow;

namespace GrooveGuru.ModelBuild.Conversion;

/// <summary>A convolution with what TensorFlow fuses to it: a bias, and a rectifier.</summary>
internal static class Convolution
{
    private static readonly long[] ToChannelsFirst = [0, 3, 1, 2];
    private static readonly long[] ToChannelsLast = [0, 2, 3, 1];
    private static readonly long[] KernelToOnnx = [3, 2, 0, 1];

    /// <summary>Converts a node of Conv2D or _FusedConv2D.</summary>
    /// <exception cref="InvalidDataException">It is of a form that is not converted here.</exception>
    public static string Convert(ConversionContext context, TfNode node)
    {
        string[] fused = node.Texts("fused_ops");
        if (node.Text("data_format") != "NHWC" || fused is not ([] or ["BiasAdd"] or ["BiasAdd", "Relu"]))
        {
            throw new InvalidDataException($"{node.Operator} {node.Name} is of a form that is not converted here");
        }

        string input = context.Step(node, "Transpose", [context.Input(node, 0)], new OnnxAttribute("perm", ToChannelsFirst));
        string kernel = context.Step(node, "Transpose", [context.Input(node, 1)], new OnnxAttribute("perm", KernelToOnnx));
        string[] inputs = fused.Length > 0 ? [input, kernel, context.Input(node, 2)] : [input, kernel];
        string value = context.Step(
            node,
            "Conv",
            inputs,
            new OnnxAttribute("auto_pad", node.Text("padding") == "SAME" ? "SAME_UPPER" : "VALID"),
            new OnnxAttribute("strides", Inner(node, "strides")),
            new OnnxAttribute("dilations", Inner(node, "dilations")));
        value = fused.Length > 1 ? context.Step(node, "Relu", [value]) : value;
        return context.Step(node, "Transpose", [value], new OnnxAttribute("perm", ToChannelsLast));
    }

    // Of batch, height, width and channels the two in the middle.
    private static long[] Inner(TfNode node, string attribute)
        => node.Numbers(attribute) is [1, var height, var width, 1]
            ? [height, width]
            : throw new InvalidDataException($"{node.Operator} {node.Name} has {attribute} over batch or channels");
}
