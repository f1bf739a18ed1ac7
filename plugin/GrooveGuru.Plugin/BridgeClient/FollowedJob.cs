namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>Where a job of the window runs: ids of the bridge begin anew with each bridge process, those of the window do not.</summary>
internal sealed class FollowedJob
{
    /// <summary>The bridge process.</summary>
    public required string BridgeId { get; init; }

    /// <summary>Its id there; null until the bridge has answered.</summary>
    public string? BridgeJobId { get; set; }

    /// <summary>Whether it is to be cancelled as soon as it has an id.</summary>
    public bool IsUnwanted { get; set; }
}
