namespace GrooveGuru.Core.Concurrency;

/// <summary>Work that is begun beside other work and ended when that shows that nobody needs it.</summary>
public sealed class SpareWork : IDisposable
{
    private readonly CancellationTokenSource _needless = new();

    /// <summary>Whether nobody needs it.</summary>
    public bool IsNeedless => _needless.IsCancellationRequested;

    /// <summary>Says that nobody needs it; it ends as if it were cancelled.</summary>
    public void End() => _needless.Cancel();

    /// <summary>Does the work until its end, or until nobody needs it.</summary>
    /// <param name="work">The work; given what ends it.</param>
    /// <param name="cancellationToken">Ends it for another reason.</param>
    /// <exception cref="OperationCanceledException">It was cancelled by the token.</exception>
    public void Run(Action<CancellationToken> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (IsNeedless)
        {
            return;
        }

        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _needless.Token);
        try
        {
            work(either.Token);
        }
        catch (OperationCanceledException) when (IsNeedless && !cancellationToken.IsCancellationRequested)
        {
            // What it would have found is not asked for any more.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _needless.Dispose();
}
