using System.Runtime.ExceptionServices;

namespace GrooveGuru.Core.Concurrency;

/// <summary>Runs parts of some work at the same time, on as many threads as the task scheduler of the caller has.</summary>
public static class SideBySide
{
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
