using System.Text;

namespace GrooveGuru.Contracts.Endpoint;

/// <summary>Where the endpoint file and the socket of this user's bridge lie.</summary>
public sealed class EndpointLocation
{
    /// <summary>The variable that names the folder, for tests and for several bridges side by side.</summary>
    public const string FolderVariable = "GROOVEGURU_RUNTIME_DIR";

    // sun_path with its closing zero: 108 bytes on Linux and Windows, 104 on the BSDs and macOS.
    private static readonly int MaxSocketPathBytes = OperatingSystem.IsLinux() || OperatingSystem.IsWindows() ? 107 : 103;

    /// <summary>The files in one folder.</summary>
    /// <param name="folder">An absolute path; need not exist yet.</param>
    /// <exception cref="ArgumentException">The path is not absolute.</exception>
    public EndpointLocation(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Path.IsPathFullyQualified(folder))
        {
            throw new ArgumentException($"{folder} is not an absolute path.", nameof(folder));
        }

        Folder = folder;
        FilePath = Path.Combine(folder, "bridge.json");
        string socket = Path.Combine(folder, "bridge.sock");
        SocketPath = Encoding.UTF8.GetByteCount(socket) <= MaxSocketPathBytes ? socket : null;
    }

    /// <summary>The folder, readable by this user only.</summary>
    public string Folder { get; }

    /// <summary>The endpoint file.</summary>
    public string FilePath { get; }

    /// <summary>The socket; null when its path is longer than a socket's may be, then there is only the loopback port.</summary>
    public string? SocketPath { get; }

    /// <summary>The location for the user who runs this process.</summary>
    /// <param name="whyNone">A sentence when there is none, else null.</param>
    /// <returns>The location; null when no folder is known to belong to this user.</returns>
    public static EndpointLocation? Find(out string? whyNone) =>
        Find(Environment.GetEnvironmentVariable, OperatingSystem.IsWindows(), out whyNone);

    /// <summary>The same with another environment, so that every system's rule is tested on each.</summary>
    internal static EndpointLocation? Find(Func<string, string?> environment, bool windows, out string? whyNone)
    {
        string? folder = Absolute(environment(FolderVariable));
        if (environment(FolderVariable) is { Length: > 0 } asked && folder is null)
        {
            whyNone = $"{FolderVariable} is \"{asked}\", which is not an absolute path. Set it to a folder of your own.";
            return null;
        }

        folder ??= windows ? WindowsFolder(environment) : UnixFolder(environment);
        whyNone = folder is not null
            ? null
            : windows ? "LOCALAPPDATA is not set, so there is no folder for the bridge's address. Set it, or " + FolderVariable + "."
            : "Neither XDG_RUNTIME_DIR nor HOME is set, so there is no folder for the bridge's address. Set one, or " + FolderVariable + ".";
        return folder is null ? null : new EndpointLocation(folder);
    }

    private static string? WindowsFolder(Func<string, string?> environment) =>
        Absolute(environment("LOCALAPPDATA")) is { } local ? Path.Combine(local, "GrooveGuru", "run") : null;

    private static string? UnixFolder(Func<string, string?> environment) =>
        Absolute(environment("XDG_RUNTIME_DIR")) is { } runtime ? Path.Combine(runtime, "grooveguru")
        : Absolute(environment("XDG_STATE_HOME")) is { } state ? Path.Combine(state, "grooveguru", "run")
        : Absolute(environment("HOME")) is { } home ? Path.Combine(home, ".local", "state", "grooveguru", "run")
        : null;

    // The XDG specification says to ignore what is not absolute.
    private static string? Absolute(string? path) =>
        !string.IsNullOrEmpty(path) && Path.IsPathFullyQualified(path) ? path : null;
}
