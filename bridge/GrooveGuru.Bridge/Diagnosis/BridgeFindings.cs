using System.Net.Sockets;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Bridge.Diagnosis;

/// <summary>The endpoint file and the bridge behind it.</summary>
internal static class BridgeFindings
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Looks for the file, reads the token, and calls the bridge.</summary>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellation)
    {
        if (EndpointLocation.Find(out string? whyNone) is not { } location)
        {
            return [new Finding("Endpoint file", Verdict.Broken, whyNone!, $"Set {EndpointLocation.FolderVariable} to a folder of your own.")];
        }

        EndpointFileResult file = EndpointFile.Read(location);
        switch (file.Standing)
        {
            case EndpointFileStanding.Absent:
                return
                [
                    new Finding("Endpoint file", Verdict.Fine, $"{location.FilePath} is written when a bridge runs"),
                    new Finding(
                        "Socket",
                        Verdict.Fine,
                        location.SocketPath is { } path
                            ? $"{path} is made when a bridge runs"
                            : "none: its path would be too long; the loopback port serves"),
                    new Finding("Token", Verdict.Fine, "a new one is made when a bridge runs"),
                    new Finding("Bridge", Verdict.Note, "none runs; the plugin starts one by itself", $"To run it by hand: {ProgramName.Current} serve"),
                ];
            case EndpointFileStanding.Ok:
                BridgeEndpoint endpoint = file.Endpoint!;
                return
                [
                    new Finding("Endpoint file", Verdict.Fine, $"{location.FilePath}, readable by you only"),
                    Socket(endpoint),
                    new Finding("Token", Verdict.Fine, $"{endpoint.Token.Length / 2} random bytes, readable by you only"),
                    await CallAsync(endpoint, location, cancellation).ConfigureAwait(false),
                ];
            default:
                return [new Finding("Endpoint file", Verdict.Broken, file.Reason!, $"Stop the bridge, remove the file and start it again: {ProgramName.Current} serve")];
        }
    }

    private static Finding Socket(BridgeEndpoint endpoint)
    {
        if (endpoint.SocketPath is not { } path)
        {
            return new Finding("Socket", Verdict.Fine, $"none: its path would be too long; 127.0.0.1:{endpoint.TcpPort} serves");
        }

        try
        {
            using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return new Finding("Socket", Verdict.Fine, $"{path} takes connections");
        }
        catch (SocketException error)
        {
            return new Finding("Socket", Verdict.Broken, $"{path}: {error.Message}", $"Start the bridge again: {ProgramName.Current} serve");
        }
    }

    private static async Task<Finding> CallAsync(BridgeEndpoint endpoint, EndpointLocation location, CancellationToken cancellation)
    {
        await using GrpcConnection connection = GrpcConnection.Open(endpoint);
        try
        {
            BridgeStatus status = await connection.CallAsync(
                BridgeMethods.GetStatus, new StatusRequest(), new GrpcCallOptions { Deadline = Patience }, cancellation)
                .ConfigureAwait(false);
            return new Finding(
                "Bridge", Verdict.Fine,
                $"version {status.BridgeVersion}, process {status.ProcessId}, up {TimeSpan.FromSeconds((long)status.UptimeSeconds)}, "
                + $"tracks: {status.TrackCount}, jobs: {status.RunningJobs}");
        }
        catch (GrpcException error)
        {
            return new Finding(
                "Bridge", Verdict.Broken, $"does not answer at {connection.Peer}: {error.Detail}",
                $"It was killed or hangs: end process {endpoint.ProcessId} if it still runs, then start it again ({ProgramName.Current} serve).");
        }
    }
}
