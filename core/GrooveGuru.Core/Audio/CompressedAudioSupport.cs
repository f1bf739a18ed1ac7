using GrooveGuru.Core.Audio.Native;

namespace GrooveGuru.Core.Audio;

/// <summary>Whether files other than WAV can be read on this machine.</summary>
public static class CompressedAudioSupport
{
    /// <summary>Whether libsndfile was found.</summary>
    public static bool IsAvailable => SndFileLibrary.IsAvailable;

    /// <summary>What to do where it is missing, one sentence.</summary>
    public static string InstallHint => SndFileLibrary.InstallHint;
}
