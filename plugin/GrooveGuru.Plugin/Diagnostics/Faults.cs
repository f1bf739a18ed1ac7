using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Diagnostics;

/// <summary>Exceptions that were stopped before they reached the host.</summary>
internal static class Faults
{
    private static long _count;
    private static Exception? _fromAudioThread;

    /// <summary>How many there were in this process.</summary>
    public static long Count => Interlocked.Read(ref _count);

    /// <summary>Counts one, and logs the first of its kind in a minute. [not the audio thread]</summary>
    /// <param name="error">What was stopped.</param>
    /// <param name="where">The entry that was called.</param>
    /// <returns>The code for the host.</returns>
    public static int Report(Exception error, string where)
    {
        Interlocked.Increment(ref _count);
        if (FaultTally.Shared.Count($"{where} failed with {error.GetType().Name}", $"{where} failed: {error}") is { } line)
        {
            PluginLog.Write(line);
        }

        return Result.InternalError;
    }

    /// <summary>Counts one and keeps it for the log. [audio-thread]</summary>
    [RealtimeSafe]
    public static int ReportFromAudioThread(Exception error)
    {
        Interlocked.Increment(ref _count);
        Volatile.Write(ref _fromAudioThread, error);
        return Result.InternalError;
    }

    /// <summary>Logs what the audio thread has kept, and how many more there were of what was logged. [not the audio thread]</summary>
    public static void LogRest()
    {
        foreach (string line in FaultTally.Shared.TakeUnlogged())
        {
            PluginLog.Write(line);
        }

        if (Interlocked.Exchange(ref _fromAudioThread, null) is { } error)
        {
            PluginLog.Write($"process failed: {error}");
        }
    }
}
