using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GrooveGuru.Contracts.Endpoint;

/// <summary>Who owns a file or folder and who may write it: the one place that asks the operating system.</summary>
internal static class PathOwnership
{
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private const UnixFileMode OthersRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Whether only this user can have put its content there, and can read it.</summary>
    /// <param name="file">An open file.</param>
    /// <returns>What is wrong, to follow the path in a sentence; null when all is well.</returns>
    public static string? Complaint(SafeFileHandle file) =>
        OperatingSystem.IsWindows() ? null
        : OperatingSystem.IsLinux() && LinuxOwner((int)file.DangerousGetHandle(), "", LinuxEmptyPath) is { } owner && owner != UserId()
            ? "belongs to another user"
        : (File.GetUnixFileMode(file) & OthersWrite) != 0 ? "can be written by other users"
        : (File.GetUnixFileMode(file) & OthersRead) != 0 ? "can be read by other users, so its token is no secret"
        : null;

    /// <summary>The same for a folder.</summary>
    public static string? FolderComplaint(string folder) =>
        OperatingSystem.IsWindows() ? null
        : OperatingSystem.IsLinux() && LinuxOwner(LinuxWorkingFolder, folder, 0) is { } owner && owner != UserId()
            ? "belongs to another user"
        : (File.GetUnixFileMode(folder) & OthersWrite) != 0 ? "can be written by other users"
        : null;

    private const int LinuxWorkingFolder = -100;
    private const int LinuxEmptyPath = 0x1000;
    private const uint LinuxOwnerField = 0x8;
    private const int LinuxOwnerOffset = 20;
    private const int LinuxStructureBytes = 256;

    // statx has the same layout on every architecture, stat has not.
    private static uint? LinuxOwner(int folder, string path, int flags)
    {
        byte[] answer = new byte[LinuxStructureBytes];
        byte[] pathBytes = [.. System.Text.Encoding.UTF8.GetBytes(path), 0];
        try
        {
            return statx(folder, pathBytes, flags, LinuxOwnerField, answer) == 0
                ? BinaryPrimitives.ReadUInt32LittleEndian(answer.AsSpan(LinuxOwnerOffset))
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2018: the mode bits are still checked.
            return null;
        }
    }

    /// <summary>The user who runs this process; not for Windows.</summary>
    public static uint UserId() => geteuid();

    [DllImport("libc", ExactSpelling = true)]
    private static extern int statx(int folder, byte[] path, int flags, uint mask, [Out] byte[] answer);

    [DllImport("libc", ExactSpelling = true)]
    private static extern uint geteuid();
}
