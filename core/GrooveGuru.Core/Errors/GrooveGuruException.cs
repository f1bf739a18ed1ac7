namespace GrooveGuru.Core.Errors;

/// <summary>Root of what the product itself can report; the message says what happened, to what, and what to do.</summary>
public class GrooveGuruException : Exception
{
    /// <summary>An error with a message for the user.</summary>
    public GrooveGuruException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message for the user and its cause.</summary>
    public GrooveGuruException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
