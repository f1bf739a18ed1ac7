using System.Globalization;

namespace GrooveGuru.Plugin.Diagnostics;

/// <summary>A small text file that says what happened, and a second one with what was before it.</summary>
/// <param name="path">The file; the second one has ".1" at its end.</param>
/// <param name="prepareFolder">Makes its folder; an exception says why it cannot be written.</param>
/// <remarks>Never called on the audio thread. A log that cannot be written is not worth an error in somebody's session.</remarks>
internal sealed class LogFile(string path, Action prepareFolder)
{
    /// <summary>Size at which the file is set aside, bytes.</summary>
    public const long MaxBytes = 256 * 1024;

    private readonly Lock _gate = new();

    /// <summary>Lines that could not be written.</summary>
    public int UnwrittenLines { get; private set; }

    /// <summary>Why the last line could not be written; null where it was.</summary>
    public string? WhyUnwritten { get; private set; }

    /// <summary>Adds one line. [not the audio thread]</summary>
    public void Write(string message)
    {
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ} [{Environment.ProcessId}] {message.ReplaceLineEndings(" | ")}\n");
        lock (_gate)
        {
            try
            {
                prepareFolder();
                FileInfo file = new(path);
                if (file.Exists && file.Length > MaxBytes)
                {
                    File.Move(path, path + ".1", overwrite: true);
                }

                File.AppendAllText(path, line);
                WhyUnwritten = null;
            }
            catch (Exception error)
            {
                // Of any kind: it is called where another error is caught on its way to the host, and must not become one itself. A
                // file that may not grow, for one, is an ArgumentOutOfRangeException in .NET.
                UnwrittenLines++;
                WhyUnwritten = error.Message;
            }
        }
    }
}
