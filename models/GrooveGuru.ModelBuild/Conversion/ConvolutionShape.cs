using GrooveGuru.ModelBuild.TensorFlow;

namespace GrooveGuru.ModelBuild.Conversion;

/// <summary>How a convolution goes over its input; of two numbers the first is for the height, the second for the width.</summary>
/// <param name="Kernel">Size of the kernel.</param>
/// <param name="FilterCount">Filters.</param>
/// <param name="Strides">Steps.</param>
/// <param name="Dilations">Distances between the kernel's elements.</param>
/// <param name="IsSame">The input is padded so that the output has its size, divided by the steps; it is not padded else.</param>
internal sealed record ConvolutionShape(long[] Kernel, long FilterCount, long[] Strides, long[] Dilations, bool IsSame)
{
    /// <summary>Reads the shape of a node.</summary>
    /// <exception cref="InvalidDataException">Its kernel is no constant, or it steps over batch or channels.</exception>
    public static ConvolutionShape Of(ConversionContext context, TfNode node)
        => context.ConstantShape(node.Inputs.Count > 1 ? node.Inputs[1] : "") is [var height, var width, _, var filters]
            ? new([height, width], filters, Inner(node, "strides"), Inner(node, "dilations"), node.Text("padding") == "SAME")
            : throw new InvalidDataException($"{node.Operator} {node.Name} computes its kernel, which is not converted here");

    // Of batch, height, width and channels the two in the middle.
    private static long[] Inner(TfNode node, string attribute)
        => node.Numbers(attribute) is [1, var height, var width, 1]
            ? [height, width]
            : throw new InvalidDataException($"{node.Operator} {node.Name} has {attribute} over batch or channels");
}
