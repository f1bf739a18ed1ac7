namespace GrooveGuru.Core.Mixing;

/// <summary>The checks that every processor's Prepare makes.</summary>
internal static class ProcessorFormat
{
    internal static void Require(int sampleRateHz, int channelCount, int maxBlockFrames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRateHz, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channelCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBlockFrames, 1);
    }

    internal static double LinearGain(double gainDb) => Math.Pow(10, gainDb / 20);
}
