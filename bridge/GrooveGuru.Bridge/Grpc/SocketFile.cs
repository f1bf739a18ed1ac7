using System.Net;
using System.Net.Sockets;

namespace GrooveGuru.Bridge.Grpc;

/// <summary>The file of a Unix domain socket: taken over when its owner is dead, never while somebody answers on it.</summary>
internal static class SocketFile
{
    /// <summary>Makes way for a new listener.</summary>
    /// <returns>A lock, to be released once the listener is bound, so that two bridges that start together do not remove each other's socket.</returns>
    /// <exception cref="IOException">Another process answers on it, another bridge starts just now, or it is no socket.</exception>
    public static async Task<IDisposable> ClaimAsync(string path, CancellationToken cancellation)
    {
        FileStream claim;
        try
        {
            claim = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException cause) when (cause is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new IOException($"{path}: another bridge is just starting there. Wait a moment and use that one.", cause);
        }

        try
        {
            await RemoveStaleAsync(path, cancellation).ConfigureAwait(false);
            return claim;
        }
        catch
        {
            await claim.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Binds a listening socket that only its owner can connect to, from its first moment on.</summary>
    public static Socket Bind(EndPoint address)
    {
        Socket socket = Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets.SocketTransportOptions
            .CreateDefaultBoundListenSocket(address);
        if (address is UnixDomainSocketEndPoint && !OperatingSystem.IsWindows())
        {
            // Nobody can connect before the server listens, which it does after this.
            File.SetUnixFileMode(address.ToString()!, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return socket;
    }

    private static async Task RemoveStaleAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation).ConfigureAwait(false);
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused && !HoldsData(path))
        {
            File.Delete(path);
            return;
        }
        catch (SocketException cause)
        {
            throw new IOException($"{path}: cannot listen there ({cause.SocketErrorCode}). Remove the file if it is not needed.", cause);
        }

        throw new IOException($"{path}: another bridge answers there. Use that one, or stop it first.");
    }

    // An ordinary file refuses connections as well; a socket holds no bytes.
    private static bool HoldsData(string path) => new FileInfo(path).Length > 0;
}
