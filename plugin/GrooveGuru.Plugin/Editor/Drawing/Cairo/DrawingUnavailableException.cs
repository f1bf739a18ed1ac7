namespace GrooveGuru.Plugin.Editor.Drawing.Cairo;

/// <summary>The system cannot draw: a library is missing, or it refused.</summary>
internal sealed class DrawingUnavailableException : Exception
{
    /// <summary>Without a reason.</summary>
    public DrawingUnavailableException()
    {
    }

    /// <summary>With what is missing and what to do.</summary>
    public DrawingUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With what is missing, what to do and what lies behind.</summary>
    public DrawingUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
