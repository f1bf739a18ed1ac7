using GrooveGuru.Bridge.Inference;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>The threads that jobs work on: not more than <see cref="InferenceSettings"/> leaves to us beside a DAW, all jobs together.</summary>
internal static class WorkThreads
{
    private static readonly TaskScheduler Threads =
        new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, InferenceSettings.Default.Threads).ConcurrentScheduler;

    /// <summary>Runs work on these threads, with all that it runs side by side, and waits for it.</summary>
    public static T Run<T>(Func<T> work) => TaskScheduler.Current == Threads
        ? work()
        : Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, Threads).GetAwaiter().GetResult();
}
