using System.Runtime.ExceptionServices;

namespace GrooveGuru.Core.Concurrency;

/// <summary>Runs parts of some work at the same time, on as many threads as the task scheduler of the caller has.</summary>
public static class SideBySide
{
    /// <summary>How many parts can go on at the same time.</summary>
    public static int ThreadCount => Math.Min(TaskScheduler.Current.MaximumConcurrencyLevel, Environment.ProcessorCount);

    /// <summary>Does the same for each of a number of things, in ranges that go on at the same time.</summary>
    /// <param name="count">How many things; each is in one range.</param>
    /// <param name="workerCount">Into how many ranges they are cut; there are no more than things.</param>
    /// <param name="part">Given the number of the range, its first thing and the one behind its last.</param>
    /// <param name="cancellationToken">Ends all.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="Exception">What the first part threw that failed, as it was thrown.</exception>
    public static void RunRanges(int count, int workerCount, Action<int, int, int, CancellationToken> part, CancellationToken cancellationToken)
    {
        int workers = Math.Min(count, workerCount);
        Run(cancellationToken, [.. Enumerable.Range(0, workers).Select(worker => (Action<CancellationToken>)(ending =>
            part(worker, (int)((long)count * worker / workers), (int)((long)count * (worker + 1) / workers), ending)))]);
    }

    /// <summary>Runs all parts and returns when all have ended.</summary>
    /// <param name="cancellationToken">Ends all.</param>
    /// <param name="parts">
    /// The parts; one that is on the critical path comes first. Each is given a token that ends it when another has failed, and must
    /// be able to run before, after and beside each other.
    /// </param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="Exception">What the first part threw that failed, as it was thrown.</exception>
    public static void Run(CancellationToken cancellationToken, params IReadOnlyList<Action<CancellationToken>> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        cancellationToken.ThrowIfCancellationRequested();
        if (parts.Count == 0)
        {
            return;
        }

        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ExceptionDispatchInfo? failure = null;

        void RunPart(Action<CancellationToken> part)
        {
            try
            {
                ending.Token.ThrowIfCancellationRequested();
                part(ending.Token);
            }
            catch (Exception error)
            {
                // Whatever it is, the caller gets it; what the others throw because they were ended is none of its business.
                if (Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(error), null) is null)
                {
                    ending.Cancel();
                }
            }
        }

        // No scheduler means that of the task that runs this, so that parts of parts share its threads.
        Parallel.Invoke(new ParallelOptions { TaskScheduler = null }, [.. parts.Select(part => (Action)(() => RunPart(part)))]);
        failure?.Throw();
    }
}
