using GrooveGuru.Bridge.Inference.Store;

namespace GrooveGuru.Bridge.Inference;

/// <summary>
/// Loaded models that are shared by all who run them at the same time, and kept for a while after: a model takes longer to load
/// than to run on a short track, and a large one must not stay in memory for nothing.
/// </summary>
/// <param name="store">Where models lie.</param>
/// <param name="settings">How they are run.</param>
/// <param name="time">Tells how long a model was not used.</param>
internal sealed class SessionCache(ModelStore store, InferenceSettings settings, TimeProvider time) : IDisposable
{
    /// <summary>How long a model stays after its last use.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>The models of this process.</summary>
    public static SessionCache Shared { get; } = new(ModelStore.Shared, InferenceSettings.Default, TimeProvider.System);

    /// <summary>Models that are in memory.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>A loaded model, until the lease is disposed of.</summary>
    /// <param name="name">The model's name in the store.</param>
    /// <param name="contract">What it must be.</param>
    /// <exception cref="Core.Errors.ModelUnavailableException">It is not here, or is damaged.</exception>
    public SessionLease Take(string name, ModelContract contract)
    {
        string path = store.Require(name);
        FileInfo file = new(path);
        string key = FormattableString.Invariant($"{path}|{file.Length}|{file.LastWriteTimeUtc.Ticks}");
        lock (_gate)
        {
            // Under the lock: two jobs at once must not load the same model twice.
            if (!_entries.TryGetValue(key, out Entry? entry))
            {
                entry = new Entry(InferenceSession.Load(OnnxRuntime.Shared, path, contract, settings));
                _entries.Add(key, entry);
            }

            entry.Users++;
            entry.Idle?.Dispose();
            entry.Idle = null;
            return new SessionLease(entry.Session, () => Return(key));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (Entry entry in _entries.Values)
            {
                entry.Idle?.Dispose();
                entry.Session.Dispose();
            }

            _entries.Clear();
        }
    }

    private void Return(string key)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out Entry? entry) && --entry.Users == 0)
            {
                entry.Idle = time.CreateTimer(_ => Forget(key, entry), null, IdleTime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Forget(string key, Entry entry)
    {
        lock (_gate)
        {
            if (entry.Users == 0 && _entries.Remove(key))
            {
                entry.Idle?.Dispose();
                entry.Session.Dispose();
            }
        }
    }

    private sealed class Entry(InferenceSession session)
    {
        public InferenceSession Session => session;

        public int Users { get; set; }

        public ITimer? Idle { get; set; }
    }
}
