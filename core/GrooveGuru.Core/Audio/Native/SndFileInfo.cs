using System.Runtime.InteropServices;

namespace GrooveGuru.Core.Audio.Native;

/// <summary>SF_INFO of libsndfile.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SndFileInfo
{
    /// <summary>Frames in all.</summary>
    public long Frames;

    /// <summary>Sample rate in Hz.</summary>
    public int SampleRateHz;

    /// <summary>Channels.</summary>
    public int ChannelCount;

    /// <summary>Container and encoding.</summary>
    public int Format;

    /// <summary>Sections.</summary>
    public int Sections;

    /// <summary>Whether it can seek.</summary>
    public int Seekable;
}
