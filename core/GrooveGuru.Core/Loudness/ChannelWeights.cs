namespace GrooveGuru.Core.Loudness;

/// <summary>How much each channel counts in BS.1770-4, by the usual channel orders of WAV files.</summary>
internal static class ChannelWeights
{
    private const double Surround = 1.41;

    /// <summary>Weights [channels]; the low-frequency channel counts nothing; above 7.1 all count alike.</summary>
    public static double[] For(int channelCount) => channelCount switch
    {
        4 => [1, 1, Surround, Surround],
        5 => [1, 1, 1, Surround, Surround],
        6 => [1, 1, 1, 0, Surround, Surround],
        7 => [1, 1, 1, 0, 1, Surround, Surround],
        // In 7.1 the rear pair stands behind 120 degrees, where the standard weighs 1 again.
        8 => [1, 1, 1, 0, 1, 1, Surround, Surround],
        _ => Enumerable.Repeat(1.0, channelCount).ToArray(),
    };
}
