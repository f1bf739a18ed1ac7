namespace GrooveGuru.ModelBuild.Conversion;

/// <summary>Orders of dimensions, as permutations of a value that has the other one.</summary>
internal static class DimensionOrder
{
    /// <summary>ONNX's order [batch, channel, height, width], from TensorFlow's.</summary>
    public static readonly long[] ChannelsFirst = [0, 3, 1, 2];

    /// <summary>TensorFlow's order [batch, height, width, channel], from ONNX's.</summary>
    public static readonly long[] ChannelsLast = [0, 2, 3, 1];
}
