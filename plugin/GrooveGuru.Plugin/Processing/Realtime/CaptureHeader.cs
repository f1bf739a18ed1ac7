using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>What stands before the samples of a captured block: how many, and where they lie in the project.</summary>
[StructLayout(LayoutKind.Sequential, Size = SizeBytes)]
internal struct CaptureHeader
{
    /// <summary>The size of a header in the ring, bytes.</summary>
    public const int SizeBytes = 64;

    /// <summary>Frames of the block; negative marks the unused end of the ring.</summary>
    public int FrameCount;

    /// <summary>Interleaved channels, 1 or 2.</summary>
    public int ChannelCount;

    /// <summary>Sample rate, Hz, rounded.</summary>
    public int SampleRateHz;

    /// <summary>The transport's state, and which of the fields below are known.</summary>
    public CaptureFlags Flags;

    /// <summary>Frames since capture began; a jump says that frames were dropped.</summary>
    public long StreamPositionFrames;

    /// <summary>Project time at the first frame, frames.</summary>
    public long ProjectTimeFrames;

    /// <summary>Project time at the first frame, quarter notes.</summary>
    public double ProjectTimeQuarters;

    /// <summary>Tempo, BPM.</summary>
    public double TempoBpm;

    /// <summary>3 in 3/4.</summary>
    public int MeterNumerator;

    /// <summary>4 in 3/4.</summary>
    public int MeterDenominator;
}
