namespace GrooveGuru.Core.Audio;

/// <summary>What kind of file the first bytes say it is.</summary>
internal enum AudioContainer
{
    /// <summary>None of the known ones.</summary>
    Unknown,

    /// <summary>RIFF, RF64 or BW64 with WAVE inside.</summary>
    Wav,

    /// <summary>Free Lossless Audio Codec.</summary>
    Flac,

    /// <summary>Ogg with Vorbis, Opus or FLAC inside.</summary>
    Ogg,

    /// <summary>MPEG audio, with or without an ID3 tag.</summary>
    Mp3,

    /// <summary>AIFF or AIFF-C.</summary>
    Aiff,

    /// <summary>Core Audio, Sun, Wave64, big-endian RIFF: read where libsndfile reads them.</summary>
    OtherSndFile,
}
