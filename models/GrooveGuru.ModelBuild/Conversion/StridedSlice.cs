using GrooveGuru.ModelBuild.TensorFlow;

namespace GrooveGuru.ModelBuild.Conversion;

/// <summary>Numpy-like slices: parts of dimensions, dimensions left out, new dimensions of size 1.</summary>
internal static class StridedSlice
{
    /// <summary>Converts a node of StridedSlice.</summary>
    /// <exception cref="InvalidDataException">It has an ellipsis, or its bounds are computed.</exception>
    public static string Convert(ConversionContext context, TfNode node)
    {
        if (node.Number("ellipsis_mask") != 0)
        {
            throw new InvalidDataException($"{node.Operator} {node.Name} has an ellipsis, which is not converted here");
        }

        long[] begins = context.Constant(node, 1), ends = context.Constant(node, 2), steps = context.Constant(node, 3);
        List<long> starts = [], stops = [], strides = [], axes = [], gone = [], added = [];
        int axis = 0, place = 0;
        for (int index = 0; index < begins.Length; index++)
        {
            if (Has(node, "new_axis_mask", index))
            {
                added.Add(place++);
                continue;
            }

            bool isOne = Has(node, "shrink_axis_mask", index);
            bool isForward = steps[index] > 0;
            long start = !isOne && Has(node, "begin_mask", index) ? (isForward ? 0 : long.MaxValue) : begins[index];
            long stop = isOne ? (begins[index] == -1 ? long.MaxValue : begins[index] + 1)
                : Has(node, "end_mask", index) ? (isForward ? long.MaxValue : long.MinValue)
                : ends[index];
            if (isOne || start != 0 || stop != long.MaxValue || steps[index] != 1)
            {
                starts.Add(start);
                stops.Add(stop);
                strides.Add(isOne ? 1 : steps[index]);
                axes.Add(axis);
            }

            if (isOne)
            {
                gone.Add(axis);
            }
            else
            {
                place++;
            }

            axis++;
        }

        string value = context.Input(node, 0);
        if (axes.Count > 0)
        {
            value = context.Step(
                node,
                "Slice",
                [
                    value, context.Vector(node, "starts", starts), context.Vector(node, "ends", stops), context.Vector(node, "axes", axes),
                    context.Vector(node, "steps", strides)
                ]);
        }

        value = gone.Count > 0 ? context.Step(node, "Squeeze", [value, context.Vector(node, "gone", gone)]) : value;
        return added.Count > 0 ? context.Step(node, "Unsqueeze", [value, context.Vector(node, "added", added)]) : value;
    }

    private static bool Has(TfNode node, string mask, int index) => (node.Number(mask) & (1L << index)) != 0;
}
