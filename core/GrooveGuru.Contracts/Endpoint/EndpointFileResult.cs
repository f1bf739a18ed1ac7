namespace GrooveGuru.Contracts.Endpoint;

/// <summary>What reading an endpoint file gave.</summary>
/// <param name="Standing">What was found.</param>
/// <param name="Endpoint">The endpoint; only when the standing is Ok.</param>
/// <param name="Reason">A sentence for the user; null when the standing is Ok.</param>
public sealed record EndpointFileResult(EndpointFileStanding Standing, BridgeEndpoint? Endpoint, string? Reason);
