using GrooveGuru.Core.Tests;
using GrooveGuru.ModelBuild.Onnx;
using GrooveGuru.ModelBuild.TensorFlow;

namespace GrooveGuru.Bridge.Tests.ModelBuild;

/// <summary>Small graphs, converted and run by ONNX Runtime; the whole of Basic Pitch is held against its golden elsewhere.</summary>
public sealed class TfToOnnxTests : IDisposable
{
    private static readonly float[] Input = [1, 2, 3, 4, 5, 6];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Slices of a [2, 3] matrix.
    [Theory]
    [InlineData(0, 0, 0, new[] { 0, 0 }, new[] { 2, 2 }, new[] { 1, 1 }, new float[] { 1, 2, 4, 5 })]
    [InlineData(3, 3, 0, new[] { 0, 0 }, new[] { 0, 0 }, new[] { 1, 1 }, new float[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(3, 3, 0, new[] { 0, 0 }, new[] { 0, 0 }, new[] { -1, 1 }, new float[] { 4, 5, 6, 1, 2, 3 })]
    [InlineData(1, 1, 2, new[] { 0, -1 }, new[] { 0, 0 }, new[] { 1, 1 }, new float[] { 3, 6 })]
    [InlineData(2, 2, 1, new[] { 1, 0 }, new[] { 0, 0 }, new[] { 1, 2 }, new float[] { 4, 6 })]
    public void Convert_StridedSlice_IsNumpys(
        int beginMask, int endMask, int shrinkMask, int[] begins, int[] ends, int[] steps, float[] expected)
    {
        TfNode slice = Node("out", "StridedSlice", ["in", "begin", "end", "step"], $$$"""
            {"begin_mask":{"i":"{{{beginMask}}}"},"end_mask":{"i":"{{{endMask}}}"},"shrink_axis_mask":{"i":"{{{shrinkMask}}}"}}
            """);
        Assert.Equal(expected, Run(slice, expected.Length, ("begin", begins), ("end", ends), ("step", steps)));
    }

    [Fact]
    public void Convert_StridedSliceWithNewAxis_KeepsTheElements()
    {
        TfNode slice = Node("out", "StridedSlice", ["in", "begin", "end", "step"], """
            {"begin_mask":{"i":"5"},"end_mask":{"i":"5"},"new_axis_mask":{"i":"2"}}
            """);
        Assert.Equal(Input, Run(slice, Input.Length, ("begin", [0, 0, 0]), ("end", [0, 0, 0]), ("step", [1, 1, 1])));
    }

    [Fact]
    public void Convert_Pack_PutsSideBySide()
        => Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6], Run(Node("out", "Pack", ["in", "in"], """{"axis":{"i":"-1"}}"""), 12));

    [Fact]
    public void Convert_DivNoNan_GivesZeroForZero()
    {
        TfNode difference = Node("zero", "Sub", ["in", "in"], "{}");
        Assert.Equal(new float[6], Run([difference, Node("out", "DivNoNan", ["in", "zero"], "{}")], 6));
    }

    [Fact]
    public void Convert_NumberAfterExpandDims_IsTakenBeforeIt()
    {
        TfNode[] nodes =
        [
            Node("wide", "ExpandDims", ["in", "axis"], "{}"), Node("twice", "Mul", ["wide", "number"], "{}"), Node("out", "AddV2", ["twice", "number"], "{}"),
        ];
        (float[] result, OnnxModel model) = SmallGraph.Run(
            _folder, Input, [2, 3], nodes, Input.Length, ("axis", SmallGraph.Whole([-1])), ("number", SmallGraph.Floats([2])));
        Assert.Equal([4, 6, 8, 10, 12, 14], result);
        Assert.Equal("in", model.Nodes.First(node => node.Operator == "Mul").Inputs[0]);
    }

    [Fact]
    public void Convert_MirrorPad_LeavesTheEdgeOut()
        => Assert.Equal(
            [2, 1, 2, 3, 2, 5, 4, 5, 6, 5],
            Run(Node("out", "MirrorPad", ["in", "pads"], """{"mode":{"s":"UkVGTEVDVA=="}}"""), 10, ("pads", [0, 0, 1, 1])));

    [Fact]
    public void Convert_UnknownOperator_IsNamed()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Run(Node("out", "FancyNorm", ["in"], "{}"), 6));
        Assert.Contains("FancyNorm (out)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_Circle_IsFound()
        => Assert.Contains("circle", Assert.Throws<InvalidDataException>(
            () => Run([Node("a", "Neg", ["b"], "{}"), Node("b", "Neg", ["a"], "{}"), Node("out", "Neg", ["b"], "{}")], 6)).Message, StringComparison.Ordinal);

    private static TfNode Node(string name, string operation, string[] inputs, string attributes) => SmallGraph.Node(name, operation, inputs, attributes);

    private float[] Run(TfNode node, int count, params (string Name, int[] Values)[] constants) => Run([node], count, constants);

    private float[] Run(TfNode[] nodes, int count, params (string Name, int[] Values)[] constants)
        => SmallGraph.Run(
            _folder,
            Input,
            [2, 3],
            nodes,
            count,
            [.. constants.Select(constant => (constant.Name, constant.Name == "pads" ? SmallGraph.Whole(constant.Values, 2, 2) : SmallGraph.Whole(constant.Values)))]).Result;
}
