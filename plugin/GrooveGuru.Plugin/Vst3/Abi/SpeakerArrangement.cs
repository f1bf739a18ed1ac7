namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The channels of a bus, one bit a speaker.</summary>
internal static class SpeakerArrangement
{
    /// <summary>One channel.</summary>
    public const ulong Mono = 1UL << 19;

    /// <summary>Left and right.</summary>
    public const ulong Stereo = 3;

    /// <summary>The arrangement of a channel count: mono, stereo, else the lowest bits.</summary>
    public static ulong FromChannelCount(int channelCount) => channelCount == 1 ? Mono : (1UL << channelCount) - 1;

    /// <summary>The channels of an arrangement.</summary>
    public static int ChannelCount(ulong arrangement) => System.Numerics.BitOperations.PopCount(arrangement);
}
