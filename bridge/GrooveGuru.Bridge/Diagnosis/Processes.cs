using System.Diagnostics;

namespace GrooveGuru.Bridge.Diagnosis;

/// <summary>Questions about other processes.</summary>
internal static class Processes
{
    /// <summary>Whether a process with this id runs.</summary>
    public static bool IsAlive(int processId)
    {
        try
        {
            using Process process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return true; // it is there, but not ours to ask
        }
    }
}
