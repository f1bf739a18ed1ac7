using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace GrooveGuru.Plugin.BridgeClient.Launching;

/// <summary>CreateProcess without a console, a window, or handles of the host.</summary>
internal sealed unsafe partial class WindowsProcessStarter : IProcessStarter
{
    private const uint DetachedProcess = 0x00000008;
    private const uint NewProcessGroup = 0x00000200;
    private const int StartupInfoBytes = 104;

    /// <inheritdoc/>
    public string? Start(IReadOnlyList<string> command, string outputPath)
    {
        char[] line = (Quote(command) + '\0').ToCharArray();
        byte* startup = stackalloc byte[StartupInfoBytes];
        new Span<byte>(startup, StartupInfoBytes).Clear();
        *(int*)startup = StartupInfoBytes;
        nint* process = stackalloc nint[3];
        fixed (char* text = line)
        {
            if (CreateProcess(null, text, 0, 0, 0, DetachedProcess | NewProcessGroup, 0, null, startup, process) == 0)
            {
                return $"it cannot be started: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}";
            }
        }

        CloseHandle(process[0]);
        CloseHandle(process[1]);
        return null;
    }

    /// <summary>A command line that a program splits into the same arguments again.</summary>
    internal static string Quote(IReadOnlyList<string> command)
    {
        StringBuilder line = new();
        foreach (string argument in command)
        {
            line.Append(line.Length > 0 ? " \"" : "\"");
            int backslashes = 0;
            foreach (char character in argument)
            {
                // Backslashes are doubled only before a quotation mark.
                line.Append('\\', character == '"' ? backslashes + 1 : 0).Append(character);
                backslashes = character == '\\' ? backslashes + 1 : 0;
            }

            line.Append('\\', backslashes).Append('"');
        }

        return line.ToString();
    }

    [LibraryImport("kernel32", EntryPoint = "CreateProcessW", SetLastError = true)]
    private static partial int CreateProcess(
        char* application, char* commandLine, nint processSecurity, nint threadSecurity, int inheritHandles, uint flags,
        nint environment, char* folder, byte* startup, nint* process);

    [LibraryImport("kernel32", EntryPoint = "CloseHandle")]
    private static partial void CloseHandle(nint handle);
}
