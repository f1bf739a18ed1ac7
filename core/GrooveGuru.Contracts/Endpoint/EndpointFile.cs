using System.Text.Json;

namespace GrooveGuru.Contracts.Endpoint;

/// <summary>The small file through which a plugin finds the running bridge and proves that it may call it.</summary>
public static class EndpointFile
{
    // What is larger was not written here; no reason to read it all.
    private const int MaxFileBytes = 64 * 1024;

    /// <summary>Writes the file, so that a reader sees the old content or the new, never a part.</summary>
    /// <param name="location">Where; a folder that does not exist is made for this user only.</param>
    /// <param name="endpoint">What to write.</param>
    /// <exception cref="IOException">The folder or the file cannot be written, or others than this user can write into the folder.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write there.</exception>
    public static void Write(EndpointLocation location, BridgeEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        PrepareFolder(location);
        string beside = $"{location.FilePath}.{Environment.ProcessId}.new";
        try
        {
            File.Delete(beside);
            using (var file = new FileStream(beside, OwnerOnly()))
            {
                var content = new EndpointRecord(
                    endpoint.ContractVersion, endpoint.ProcessId, endpoint.SocketPath, endpoint.TcpPort, endpoint.Token);
                JsonSerializer.Serialize(file, content, EndpointJson.Default.EndpointRecord);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, location.FilePath, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>Makes the folder of the endpoint file and of the socket, for this user only; one that exists is only checked.</summary>
    /// <param name="location">Where.</param>
    /// <exception cref="IOException">It cannot be made, or others than this user can write into it.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not make it.</exception>
    public static void PrepareFolder(EndpointLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(location.Folder);
            return;
        }

        Directory.CreateDirectory(location.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (PathOwnership.FolderComplaint(location.Folder) is { } complaint)
        {
            throw new IOException(
                $"{location.Folder} {complaint}, so the bridge's address is not safe there. " +
                $"Set {EndpointLocation.FolderVariable} to a folder of your own.");
        }
    }

    /// <summary>Reads the file. A missing or bad file is an answer, not an exception.</summary>
    /// <param name="location">Where.</param>
    public static EndpointFileResult Read(EndpointLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        try
        {
            if (Directory.Exists(location.Folder) && PathOwnership.FolderComplaint(location.Folder) is { } ofFolder)
            {
                return Unreadable($"{location.Folder} {ofFolder}; it is not trusted. Remove it and start the bridge again.");
            }

            using var file = new FileStream(location.FilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (PathOwnership.Complaint(file.SafeFileHandle) is { } complaint)
            {
                return Unreadable($"{location.FilePath} {complaint}; it is not trusted. Remove it and start the bridge again.");
            }

            if (file.Length > MaxFileBytes)
            {
                return Unreadable($"{location.FilePath} is no endpoint file. Remove it and start the bridge again.");
            }

            using JsonDocument content = JsonDocument.Parse(file);
            return Interpret(location, content.RootElement);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return new EndpointFileResult(EndpointFileStanding.Absent, null, "No bridge has been started.");
        }
        catch (JsonException)
        {
            return Unreadable($"{location.FilePath} is no endpoint file, or only a part of one. Start the bridge again.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unreadable($"{location.FilePath} cannot be read ({error.Message}).");
        }
    }

    /// <summary>Removes the file when it still tells of the same bridge; another bridge's file stays.</summary>
    /// <param name="location">Where.</param>
    /// <param name="ours">What this bridge wrote.</param>
    /// <returns>Whether it was removed.</returns>
    /// <exception cref="IOException">It is ours but cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">It is ours but may not be removed.</exception>
    public static bool Delete(EndpointLocation location, BridgeEndpoint ours)
    {
        ArgumentNullException.ThrowIfNull(ours);
        if (Read(location).Endpoint is not { } found || found.ProcessId != ours.ProcessId || found.Token != ours.Token)
        {
            return false;
        }

        File.Delete(location.FilePath);
        return true;
    }

    private static EndpointFileResult Interpret(EndpointLocation location, JsonElement root)
    {
        // The version first: another contract may give the rest another shape.
        if (root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("contractVersion", out JsonElement member)
            && member.ValueKind == JsonValueKind.Number
            && member.TryGetInt32(out int version)
            && version != ContractVersion.Current)
        {
            return new EndpointFileResult(
                EndpointFileStanding.OtherContractVersion,
                null,
                $"The running bridge speaks contract {version}, this build {ContractVersion.Current}. Install plugin and bridge of the same version.");
        }

        EndpointRecord? content = root.Deserialize(EndpointJson.Default.EndpointRecord);
        return content is { ContractVersion: { } current, ProcessId: { } process and > 0, Token: { } token }
            && EndpointToken.IsWellFormed(token)
            && (content.SocketPath is not null || content.TcpPort is not null)
            && content.SocketPath is null or { Length: > 0 }
            && content.TcpPort is null or (> 0 and <= ushort.MaxValue)
            ? new EndpointFileResult(
                EndpointFileStanding.Ok,
                new BridgeEndpoint(current, process, content.SocketPath, content.TcpPort, token),
                null)
            : Unreadable($"{location.FilePath} is no endpoint file, or only a part of one. Start the bridge again.");
    }

    private static EndpointFileResult Unreadable(string reason) => new(EndpointFileStanding.Unreadable, null, reason);

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
