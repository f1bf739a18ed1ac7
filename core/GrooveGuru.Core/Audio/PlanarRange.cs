namespace GrooveGuru.Core.Audio;

/// <summary>The one check of a range of planar samples that comes from outside.</summary>
internal static class PlanarRange
{
    /// <summary>Throws unless every channel holds the range.</summary>
    public static void Validate(IReadOnlyList<float[]> planar, int channelCount, int offsetFrames, int frameCount)
    {
        ArgumentNullException.ThrowIfNull(planar);
        ArgumentOutOfRangeException.ThrowIfNegative(offsetFrames);
        ArgumentOutOfRangeException.ThrowIfNegative(frameCount);
        if (planar.Count < channelCount)
        {
            throw new ArgumentException($"There are {planar.Count} channels where {channelCount} are needed.", nameof(planar));
        }

        for (int channel = 0; channel < channelCount; channel++)
        {
            if (planar[channel].Length - offsetFrames < frameCount)
            {
                throw new ArgumentException($"Channel {channel} is shorter than the range asked for.", nameof(planar));
            }
        }
    }
}
