namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>Where the newest news stand, written by any thread and read by the window without a lock.</summary>
/// <param name="time">The clock.</param>
/// <param name="beforeExchange">Called between making a change and putting it up: what another thread may do just then. For tests.</param>
internal sealed class BridgeBoard(TimeProvider time, Action? beforeExchange = null)
{
    private BridgeNews _news = new();

    /// <summary>The newest; the same object as long as nothing changed.</summary>
    public BridgeNews News => Volatile.Read(ref _news);

    /// <summary>Changes them. Another thread's change in between leads to a second call.</summary>
    /// <param name="change">Makes the new ones of those that stand; returns the same where nothing changes.</param>
    public void Change(Func<BridgeNews, BridgeNews> change)
    {
        while (true)
        {
            BridgeNews old = News;
            BridgeNews changed = change(old);
            beforeExchange?.Invoke();
            if (ReferenceEquals(old, changed) || ReferenceEquals(Interlocked.CompareExchange(ref _news, changed, old), old))
            {
                return;
            }
        }
    }

    /// <summary>Tells the user something for a while.</summary>
    public void Tell(string text)
    {
        BridgeNote note = new(text, time.GetTimestamp());
        Change(news => news with { Note = note });
    }

    /// <summary>Whether a note is still to be shown.</summary>
    public bool IsFresh(BridgeNote note) => time.GetElapsedTime(note.Since) < BridgeNote.Lifetime;
}
