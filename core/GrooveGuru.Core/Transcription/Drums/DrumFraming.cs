namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>How audio is cut for the drum model.</summary>
internal static class DrumFraming
{
    /// <summary>Frames of a recording that are read at once.</summary>
    public const int BlockFrames = 16384;

    /// <summary>Rate that the model hears at, Hz: hats lie beyond 10 kHz.</summary>
    public const int SampleRateHz = 44100;

    /// <summary>Samples from one frame to the next: 10 ms.</summary>
    public const int HopSamples = 441;

    /// <summary>Length of a frame, s.</summary>
    public const double HopSeconds = (double)HopSamples / SampleRateHz;

    /// <summary>Samples of the window that tells pitches apart.</summary>
    public const int LongSamples = 2048;

    /// <summary>Samples of the window that tells times apart.</summary>
    public const int ShortSamples = 512;

    /// <summary>Bands of the long window.</summary>
    public const int LongBands = 44;

    /// <summary>Bands of the short window.</summary>
    public const int ShortBands = 12;

    /// <summary>Bands of a frame: those of the long window, then those of the short one.</summary>
    public const int Bands = LongBands + ShortBands;

    /// <summary>The highest band ends here, Hz.</summary>
    public const double HighestHz = 18000;

    /// <summary>The level of a band that holds nothing, bel against the reference.</summary>
    public const float LeastBel = -7;

    /// <summary>Frames before the one in question whose long bands the model reads, and after it.</summary>
    public static readonly int[] LongOffsets = [-8, -4, -2, -1, 0, 1, 2, 3, 5, 8, 12];

    /// <summary>The same for the short bands.</summary>
    public static readonly int[] ShortOffsets = [-2, -1, 0, 1, 2, 3];

    /// <summary>Frames that the model reads before the one in question.</summary>
    public const int FramesBefore = 8;

    /// <summary>Frames that the model reads after the one in question.</summary>
    public const int FramesAfter = 12;

    /// <summary>Numbers that the model reads.</summary>
    public static int InputCount { get; } = (LongOffsets.Length * LongBands) + (ShortOffsets.Length * ShortBands);
}
