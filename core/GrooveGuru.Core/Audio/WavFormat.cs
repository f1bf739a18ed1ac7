namespace GrooveGuru.Core.Audio;

/// <summary>How samples are stored in a WAV file that is written here.</summary>
public enum WavFormat
{
    /// <summary>32-bit IEEE float; lossless for everything in memory.</summary>
    IeeeFloat32,

    /// <summary>24-bit integer, clipped at full scale.</summary>
    Pcm24,

    /// <summary>16-bit integer, clipped at full scale, rounded without dither.</summary>
    Pcm16,
}
