using GrooveGuru.Contracts.Endpoint;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>What was seen of the bridge.</summary>
/// <param name="Standing">Whether there is one.</param>
/// <param name="Endpoint">Where it is; only when the standing is Ok.</param>
/// <param name="Reason">A sentence for the user; null when the standing is Ok.</param>
internal sealed record BridgeSighting(EndpointFileStanding Standing, BridgeEndpoint? Endpoint, string? Reason);
