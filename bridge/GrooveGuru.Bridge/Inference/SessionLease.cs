namespace GrooveGuru.Bridge.Inference;

/// <summary>The use of a shared model.</summary>
/// <param name="session">The model.</param>
/// <param name="end">Called once, at the end of the use.</param>
internal sealed class SessionLease(InferenceSession session, Action end) : IDisposable
{
    private Action? _end = end;

    /// <summary>The model.</summary>
    public InferenceSession Session => session;

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
}
