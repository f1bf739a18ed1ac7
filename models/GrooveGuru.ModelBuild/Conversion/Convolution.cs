using GrooveGuru.ModelBuild.Onnx;
using GrooveGuru.ModelBuild.TensorFlow;

namespace GrooveGuru.ModelBuild.Conversion;

/// <summary>A convolution with what TensorFlow fuses to it: a bias, and a rectifier.</summary>
internal static class Convolution
{
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

        ConvolutionShape shape = ConvolutionShape.Of(context, node);
        string input = context.Step(node, "Transpose", [context.Input(node, 0)], new OnnxAttribute("perm", DimensionOrder.ChannelsFirst));
        string kernel = context.Step(node, "Transpose", [context.Input(node, 1)], new OnnxAttribute("perm", KernelToOnnx));
        string? bias = fused.Length > 0 ? context.Input(node, 2) : null;
        bool isRectified = fused.Length > 1;
        return PackedConvolution.Packing(shape) is { } packing
            ? PackedConvolution.Convert(context, node, new ConvolutionInputs(input, kernel, bias, isRectified), shape, packing)
            : Plain(context, node, new ConvolutionInputs(input, kernel, bias, isRectified), shape);
    }

    private static string Plain(ConversionContext context, TfNode node, ConvolutionInputs inputs, ConvolutionShape shape)
    {
        string value = context.Step(
            node,
            "Conv",
            inputs.Bias is null ? [inputs.Input, inputs.Kernel] : [inputs.Input, inputs.Kernel, inputs.Bias],
            new OnnxAttribute("auto_pad", shape.IsSame ? "SAME_UPPER" : "VALID"),
            new OnnxAttribute("strides", shape.Strides),
            new OnnxAttribute("dilations", shape.Dilations));
        value = inputs.IsRectified ? context.Step(node, "Relu", [value]) : value;
        return context.Step(node, "Transpose", [value], new OnnxAttribute("perm", DimensionOrder.ChannelsLast));
    }
}
