namespace GrooveGuru.Core.Errors;

/// <summary>A MIDI file could not be read at all.</summary>
public sealed class InvalidMidiException : GrooveGuruException
{
    /// <summary>An error about one MIDI file or stream.</summary>
    /// <param name="name">The file as the user named it.</param>
    /// <param name="reason">What is wrong with it and what to do, one sentence without the name.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public InvalidMidiException(string name, string reason, Exception? innerException = null)
        : base($"{name}: {reason}", innerException!)
    {
        Name = name;
        Reason = reason;
    }

    /// <summary>The file as the user named it.</summary>
    public string Name { get; }

    /// <summary>What is wrong with it and what to do.</summary>
    public string Reason { get; }
}
