using GrooveGuru.ModelBuild.Onnx;
using GrooveGuru.ModelBuild.TensorFlow;

namespace GrooveGuru.ModelBuild.Conversion;

/// <summary>A convolution with few filters that works out several neighbours of its output at once, as if they were more filters.</summary>
/// <remarks>
/// Processors work out 16 filters at once, and as long for one filter as for 16. A filter that is moved by one step gives the next
/// output: 16 copies of it, each moved by one step more, give 16 outputs from one kernel that is 15 steps wider, and the packed
/// kernel steps over 16 outputs. What comes out is the same but for the order of the sums.
/// </remarks>
internal static class PackedConvolution
{
    private const long FiltersAtOnce = 16;
    private const long SquareSide = 4;

    /// <summary>How many outputs are packed, in height and width.</summary>
    /// <returns>Null where there is nothing to gain.</returns>
    public static long[]? Packing(ConvolutionShape shape)
    {
        bool isDense = shape.Dilations is [1, 1] && (!shape.IsSame || shape.Strides is [1, 1]);
        return !isDense || 2 * shape.FilterCount > FiltersAtOnce ? null
            : shape.FilterCount == 1 && shape.Kernel[0] > 1 ? [SquareSide, SquareSide]
            : [1, FiltersAtOnce / shape.FilterCount];
    }

    /// <summary>Converts a node.</summary>
    /// <returns>The output [batch, height, width, filter].</returns>
    public static string Convert(ConversionContext context, TfNode node, ConvolutionInputs inputs, ConvolutionShape shape, long[] packing)
    {
        long[] before = shape.IsSame ? [.. shape.Kernel.Select(size => (size - 1) / 2)] : [0, 0];
        long[] after = shape.IsSame ? [.. shape.Kernel.Select(size => size - 1 - ((size - 1) / 2))] : [0, 0];

        // With zeros behind the end the last pack is whole; what is worked out of them is left out again.
        long[] beyond = [.. packing.Select((count, axis) => (count - 1) * shape.Strides[axis])];
        string kernel = Moved(context, node, inputs.Kernel, shape, packing);
        string[] taken = inputs.Bias is null
            ? [inputs.Input, kernel]
            : [inputs.Input, kernel, context.Step(node, "Concat", [.. Enumerable.Repeat(inputs.Bias, (int)(packing[0] * packing[1]))], new OnnxAttribute("axis", 0L))];
        string value = context.Step(
            node,
            "Conv",
            taken,
            new OnnxAttribute("pads", new long[] { before[0], before[1], after[0] + beyond[0], after[1] + beyond[1] }),
            new OnnxAttribute("strides", packing.Select((count, axis) => count * shape.Strides[axis]).ToArray()));
        value = inputs.IsRectified ? context.Step(node, "Relu", [value]) : value;
        return Cut(context, node, Unpacked(context, node, value, shape, packing), shape);
    }

    // [pack * filter, channel, height, width]: the kernel once for each output of a pack, moved to where that output's input lies.
    private static string Moved(ConversionContext context, TfNode node, string kernel, ConvolutionShape shape, long[] packing)
    {
        List<string> moved = [];
        for (long down = 0; down < packing[0]; down++)
        {
            for (long right = 0; right < packing[1]; right++)
            {
                long[] first = [down * shape.Strides[0], right * shape.Strides[1]];
                long[] last = [((packing[0] - 1) * shape.Strides[0]) - first[0], ((packing[1] - 1) * shape.Strides[1]) - first[1]];
                string pads = context.Vector(node, "moved", 0, 0, first[0], first[1], 0, 0, last[0], last[1]);
                moved.Add(context.Step(node, "Pad", [kernel, pads]));
            }
        }

        return context.Step(node, "Concat", moved, new OnnxAttribute("axis", 0L));
    }

    private static string Unpacked(ConversionContext context, TfNode node, string value, ConvolutionShape shape, long[] packing)
    {
        if (packing[0] == 1)
        {
            // The filters of a pack lie one after the other behind its place: only the shape has to be told.
            value = context.Step(node, "Transpose", [value], new OnnxAttribute("perm", DimensionOrder.ChannelsLast));
            return context.Step(node, "Reshape", [value, context.Vector(node, "unpacked", 0, 0, -1, shape.FilterCount)]);
        }

        value = context.Step(node, "DepthToSpace", [value], new OnnxAttribute("blocksize", packing[0]));
        return context.Step(node, "Transpose", [value], new OnnxAttribute("perm", DimensionOrder.ChannelsLast));
    }

    // The size that the convolution would have had: that of the input, or (input - kernel) / step + 1.
    private static string Cut(ConversionContext context, TfNode node, string value, ConvolutionShape shape)
    {
        string size = context.Step(node, "Shape", [context.Input(node, 0)]);
        string axes = context.Vector(node, "axes", 1, 2);
        size = context.Step(node, "Slice", [size, context.Vector(node, "from", 1), context.Vector(node, "to", 3)]);
        if (!shape.IsSame)
        {
            size = context.Step(node, "Sub", [size, context.Vector(node, "kernel", shape.Kernel)]);
            size = context.Step(node, "Div", [size, context.Vector(node, "steps", shape.Strides)]);
            size = context.Step(node, "Add", [size, context.Vector(node, "one", 1, 1)]);
        }

        return context.Step(node, "Slice", [value, context.Vector(node, "begin", 0, 0), size, axes]);
    }
}
