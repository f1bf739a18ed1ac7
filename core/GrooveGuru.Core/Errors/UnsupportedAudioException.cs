namespace GrooveGuru.Core.Errors;

/// <summary>An audio file could not be read: missing, empty, truncated beyond use, or of a kind that is not read here.</summary>
public sealed class UnsupportedAudioException : GrooveGuruException
{
    /// <summary>An error about one audio file.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="reason">What is wrong with it and what to do, one sentence without the path.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public UnsupportedAudioException(string path, string reason, Exception? innerException = null)
        : base($"{path}: {reason}", innerException!)
    {
        Path = path;
        Reason = reason;
    }

    /// <summary>The file as the user named it.</summary>
    public string Path { get; }

    /// <summary>What is wrong with it and what to do.</summary>
    public string Reason { get; }
}
