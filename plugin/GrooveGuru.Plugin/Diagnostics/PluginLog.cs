using System.Globalization;

namespace GrooveGuru.Plugin.Diagnostics;

/// <summary>A small text file that says what happened inside the host: plugin.log, and plugin.log.1 with what was before it.</summary>
/// <remarks>Never called on the audio thread. A log that cannot be written is not worth an error in somebody's session.</remarks>
internal static class PluginLog
{
    /// <summary>Size at which the file is set aside, bytes.</summary>
    public const long MaxBytes = 256 * 1024;

    private static readonly Lock Gate = new();

    /// <summary>The file.</summary>
    public static string FilePath { get; } = Path.Combine(StateFolder.Path, "plugin.log");

    /// <summary>Adds one line. [not the audio thread]</summary>
    public static void Write(string message)
    {
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ} [{Environment.ProcessId}] {message.ReplaceLineEndings(" | ")}\n");
        lock (Gate)
        {
            try
            {
                FileInfo file = new(FilePath);
                if (file.Exists && file.Length > MaxBytes)
                {
                    File.Move(FilePath, FilePath + ".1", overwrite: true);
                }

                Directory.CreateDirectory(StateFolder.Path);
                File.AppendAllText(FilePath, line);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                UnwrittenLines++;
            }
        }
    }

    /// <summary>Lines that could not be written.</summary>
    public static int UnwrittenLines { get; private set; }
}
