namespace GrooveGuru.Core.Audio;

/// <summary>How samples are stored in a WAV file that is read here.</summary>
internal enum WavSampleEncoding
{
    /// <summary>8-bit, unsigned, 128 is silence.</summary>
    Unsigned8,

    /// <summary>16-bit signed.</summary>
    Signed16,

    /// <summary>24-bit signed, three bytes.</summary>
    Signed24,

    /// <summary>32-bit signed.</summary>
    Signed32,

    /// <summary>32-bit IEEE float.</summary>
    Float32,

    /// <summary>64-bit IEEE float.</summary>
    Float64,
}
