using GrooveGuru.Core.Errors;

namespace GrooveGuru.Host;

/// <summary>A plugin could not be loaded, or did not do what the interface demands.</summary>
public sealed class Vst3HostException : GrooveGuruException
{
    /// <summary>An error about a plugin.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    public Vst3HostException(string message)
        : base(message)
    {
    }
}
