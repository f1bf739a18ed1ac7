namespace GrooveGuru.Core.Features.Stages;

/// <summary>The rate and framing of everything that is measured on the mono mix.</summary>
internal static class AnalysisRate
{
    /// <summary>Sample rate, Hz.</summary>
    public const int SampleRateHz = 22_050;

    /// <summary>Samples in a frame.</summary>
    public const int FrameLength = 2048;

    /// <summary>Samples from frame to frame.</summary>
    public const int HopLength = 512;

    /// <summary>Bins of a frame's spectrum.</summary>
    public const int BinCount = (FrameLength / 2) + 1;

    /// <summary>Frames per second.</summary>
    public const double FrameRateHz = (double)SampleRateHz / HopLength;

    /// <summary>Samples in a long frame, for low frequencies and pitch.</summary>
    public const int LongFrameLength = 8192;

    /// <summary>Samples from long frame to long frame.</summary>
    public const int LongHopLength = 2048;
}
