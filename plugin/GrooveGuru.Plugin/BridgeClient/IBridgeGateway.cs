namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>The way to the bridge of this user: the endpoint file and the wire.</summary>
internal interface IBridgeGateway
{
    /// <summary>Looks for a bridge.</summary>
    BridgeSighting Look();

    /// <summary>Opens a call to the bridge that was seen; that it does not answer shows in the first write or response.</summary>
    ICaptureCall Open(BridgeSighting sighting);
}
