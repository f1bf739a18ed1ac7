using System.Globalization;
using System.Runtime.Versioning;

namespace GrooveGuru.Contracts.Endpoint;

/// <summary>
/// Where a user without a home keeps things: a folder in the system's temporary one, which anybody may have put there first. It is
/// only used where nobody but its user can have.
/// </summary>
[UnsupportedOSPlatform("windows")]
public static class HomelessFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The folder of the user who runs this process; need not exist yet.</summary>
    public static string FolderPath { get; } = Within(Path.GetTempPath());

    /// <summary>The same with another temporary folder; one that is not absolute gives way to the system's.</summary>
    internal static string Within(string temporary) => Path.Combine(
        Path.IsPathFullyQualified(temporary) ? temporary : "/tmp",
        string.Create(CultureInfo.InvariantCulture, $"grooveguru-{PathOwnership.UserId()}"));

    /// <summary>Makes it where it is missing, for this user only, and looks whose it is.</summary>
    /// <exception cref="IOException">It cannot be made, or is a link, another user's, or open to others: one sentence with what to do.</exception>
    public static void Prepare() => Prepare(FolderPath);

    /// <summary>The same with another folder.</summary>
    internal static void Prepare(string folder)
    {
        string? complaint;
        try
        {
            Directory.CreateDirectory(folder, OwnerOnly);
            complaint = new DirectoryInfo(folder).LinkTarget is not null ? "is a link"
                : PathOwnership.FolderComplaint(folder)
                ?? ((File.GetUnixFileMode(folder) & ~OwnerOnly) != 0 ? "can be entered by other users" : null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            complaint = $"cannot be made ({error.Message.TrimEnd('.')})";
        }

        if (complaint is not null)
        {
            throw new IOException($"You have no home folder and {folder} {complaint}, so nothing is kept there: set HOME, or remove it.");
        }
    }
}
