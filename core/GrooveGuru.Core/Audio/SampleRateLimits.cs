namespace GrooveGuru.Core.Audio;

/// <summary>The sample rates that can be read, measured, separated and transcribed.</summary>
/// <remarks>
/// Below 1 kHz there is no band left in which music can be told from rumble; 768 kHz is the highest rate of converters and files
/// that are sold. What lies outside is a broken header rather than audio.
/// </remarks>
public static class SampleRateLimits
{
    /// <summary>The lowest rate, Hz.</summary>
    public const int MinHz = 1000;

    /// <summary>The highest rate, Hz.</summary>
    public const int MaxHz = 768_000;

    /// <summary>Whether audio of this rate can be worked on.</summary>
    /// <param name="sampleRateHz">A sample rate, Hz; any number.</param>
    public static bool Allows(long sampleRateHz) => sampleRateHz is >= MinHz and <= MaxHz;

    /// <summary>Refuses a rate outside the limits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate lies outside them.</exception>
    internal static void Require(int sampleRateHz)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRateHz, MinHz);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRateHz, MaxHz);
    }

    /// <summary>Says of a file that its rate lies outside the limits.</summary>
    internal static string Refusal(long sampleRateHz) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"The file names a sample rate of {sampleRateHz} Hz; {MinHz} to {MaxHz} Hz can be read, so export it again at a usual rate such as 48000 Hz.");
}
