namespace GrooveGuru.Contracts.Wire;

/// <summary>A call that ended with another status than Ok; thrown by clients, and by handlers to give a status.</summary>
public sealed class GrpcException : Exception
{
    /// <summary>A call that ended with a status.</summary>
    /// <param name="code">Any code but Ok.</param>
    /// <param name="detail">What happened, to what, and what to do; it reaches the other side.</param>
    /// <param name="innerException">The cause on this side, which never crosses the wire.</param>
    /// <exception cref="ArgumentException">The code is Ok.</exception>
    public GrpcException(GrpcStatusCode code, string detail, Exception? innerException = null)
        : base(detail, innerException)
    {
        ArgumentNullException.ThrowIfNull(detail);
        if (code == GrpcStatusCode.Ok)
        {
            throw new ArgumentException("A call that ended well is no error.", nameof(code));
        }

        Code = code;
    }

    /// <summary>The code.</summary>
    public GrpcStatusCode Code { get; }

    /// <summary>The sentence that crosses the wire.</summary>
    public string Detail => Message;

    /// <summary>Code and detail together.</summary>
    public GrpcStatus Status => new(Code, Detail);
}
