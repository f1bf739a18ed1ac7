namespace GrooveGuru.Core.Rhythm;

/// <summary>The framing that rhythm is read in; all of it at 22 050 Hz.</summary>
internal static class NoveltyRate
{
    /// <summary>Sample rate, Hz.</summary>
    public const int SampleRateHz = 22_050;

    /// <summary>Samples in a short frame, which tells attacks apart.</summary>
    public const int FrameLength = 512;

    /// <summary>Samples from short frame to short frame.</summary>
    public const int HopLength = 256;

    /// <summary>Samples in a long frame, which tells pitches apart.</summary>
    public const int LongFrameLength = 2048;

    /// <summary>Short frames for each long frame.</summary>
    public const int FramesPerLongFrame = 2;

    /// <summary>Short frames per second.</summary>
    public const double FrameRateHz = (double)SampleRateHz / HopLength;

    /// <summary>How many frames fit in a time, at least one.</summary>
    public static int Frames(double seconds) => Math.Max(1, (int)Math.Round(seconds * FrameRateHz));
}
