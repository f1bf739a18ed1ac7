namespace GrooveGuru.Contracts.Wire;

/// <summary>How a call ended.</summary>
/// <param name="Code">The code.</param>
/// <param name="Detail">A sentence for the user; empty when the code is Ok.</param>
public readonly record struct GrpcStatus(GrpcStatusCode Code, string Detail)
{
    /// <summary>The call did what was asked.</summary>
    public static GrpcStatus Ok { get; } = new(GrpcStatusCode.Ok, "");
}
