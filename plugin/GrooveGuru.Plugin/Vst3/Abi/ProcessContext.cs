using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>Transport at the first frame of a block. 112 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ProcessContext
{
    /// <summary>Bits of <see cref="ProcessContextState"/>.</summary>
    public uint State;

    /// <summary>Hz.</summary>
    public double SampleRate;

    /// <summary>Project time, frames; always valid.</summary>
    public long ProjectTimeSamples;

    /// <summary>Nanoseconds.</summary>
    public long SystemTime;

    /// <summary>Project time without loops, frames.</summary>
    public long ContinuousTimeSamples;

    /// <summary>Project time, quarter notes.</summary>
    public double ProjectTimeMusic;

    /// <summary>Start of the bar, quarter notes.</summary>
    public double BarPositionMusic;

    /// <summary>Loop start, quarter notes.</summary>
    public double CycleStartMusic;

    /// <summary>Loop end, quarter notes.</summary>
    public double CycleEndMusic;

    /// <summary>BPM.</summary>
    public double Tempo;

    /// <summary>3 in 3/4.</summary>
    public int TimeSignatureNumerator;

    /// <summary>4 in 3/4.</summary>
    public int TimeSignatureDenominator;

    /// <summary>Key note, root note, mask.</summary>
    public int Chord;

    /// <summary>1/80 of a frame.</summary>
    public int SmpteOffsetSubframes;

    /// <summary>Of the time code.</summary>
    public uint FramesPerSecond;

    /// <summary>Pull-down, drop.</summary>
    public uint FrameRateFlags;

    /// <summary>MIDI clock.</summary>
    public int SamplesToNextClock;
}
