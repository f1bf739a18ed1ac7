namespace GrooveGuru.Contracts.Wire.Client;

/// <summary>What one call may have of its own.</summary>
public sealed record GrpcCallOptions
{
    /// <summary>How long the whole call may take; null waits for ever. Sent to the server and kept on this side too.</summary>
    public TimeSpan? Deadline { get; init; }
}
