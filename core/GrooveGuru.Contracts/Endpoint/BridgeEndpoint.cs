namespace GrooveGuru.Contracts.Endpoint;

/// <summary>Where a running bridge is reached, as written to the per-user endpoint file.</summary>
/// <param name="ContractVersion">The contract that the bridge speaks.</param>
/// <param name="ProcessId">The bridge's process id.</param>
/// <param name="SocketPath">Its Unix domain socket; null where there is none.</param>
/// <param name="TcpPort">Its port on 127.0.0.1; null where there is none.</param>
/// <param name="Token">The secret that every call carries as "authorization: Bearer …".</param>
public sealed record BridgeEndpoint(int ContractVersion, int ProcessId, string? SocketPath, int? TcpPort, string Token)
{
    /// <summary>The address without the token, which must not reach a log.</summary>
    public override string ToString() =>
        $"process {ProcessId}, contract {ContractVersion}, {SocketPath ?? "no socket"}, " +
        (TcpPort is { } port ? $"127.0.0.1:{port}" : "no port");
}
