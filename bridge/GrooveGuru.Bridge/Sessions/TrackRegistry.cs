using System.Globalization;
using GrooveGuru.Bridge.Diagnosis;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>The tracks this bridge knows: connected ones, and those whose plugin has gone, for as long as there is room.</summary>
internal sealed class TrackRegistry : IDisposable
{
    /// <summary>The most tracks held.</summary>
    public const int MaxTracks = 256;

    private readonly Lock _gate = new();
    private readonly List<TrackSession> _tracks = [];
    private readonly TimeProvider _time;
    private readonly string _captureFolder;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _nextId = 1;

    /// <summary>An empty registry.</summary>
    public TrackRegistry(TimeProvider time)
    {
        _time = time;
        _captureFolder = Path.Combine(DataFolders.Captures, LeftBehind.NewName());
    }

    /// <summary>The track of a plugin instance; made when it is new.</summary>
    /// <exception cref="GrpcException">RESOURCE_EXHAUSTED when every place is taken by a connected track.</exception>
    public TrackSession Open(string instanceId, long hostProcessId)
    {
        TrackSession track;
        lock (_gate)
        {
            TrackSession? known = Find(instanceId);
            if (known is { Connected: true } && known.HostProcessId != hostProcessId && Processes.IsAlive((int)known.HostProcessId))
            {
                // The same project is open in two hosts: each plugin keeps a track of its own.
                instanceId = string.Create(CultureInfo.InvariantCulture, $"{instanceId}#{hostProcessId}");
                known = Find(instanceId);
            }

            if (known is not null)
            {
                track = known;
            }
            else
            {
                track = Add(instanceId, hostProcessId, importing: false);
            }
        }

        Touch();
        return track;
    }

    /// <summary>A new track for a file; <see cref="Remove"/> it when the import fails.</summary>
    /// <exception cref="GrpcException">RESOURCE_EXHAUSTED when every place is taken by a connected track.</exception>
    public TrackSession OpenImport(string name)
    {
        lock (_gate)
        {
            TrackSession track = Add($"import-{Guid.NewGuid():N}", hostProcessId: 0, importing: true);
            track.Identify(ToldIdentity.None with { Name = name });
            return track;
        }
    }

    /// <summary>Drops a track and its capture.</summary>
    public void Remove(TrackSession track)
    {
        lock (_gate)
        {
            _tracks.Remove(track);
        }

        track.Dispose();
        Touch();
    }

    /// <summary>The track with this id.</summary>
    /// <exception cref="GrpcException">NOT_FOUND.</exception>
    public TrackSession Get(string trackId)
    {
        lock (_gate)
        {
            return _tracks.Find(track => track.TrackId == trackId)
                ?? throw new GrpcException(GrpcStatusCode.NotFound, $"There is no track \"{trackId}\"; ListTracks names those there are.");
        }
    }

    /// <summary>All tracks now.</summary>
    public IReadOnlyList<TrackSession> All()
    {
        lock (_gate)
        {
            return [.. _tracks];
        }
    }

    /// <summary>All tracks now, as a message.</summary>
    public TrackList List()
    {
        TrackList list = new();
        list.Tracks.AddRange(All().Select(track => track.Summarise()));
        return list;
    }

    /// <summary>Says that something about a track has changed.</summary>
    public void Touch()
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }

    /// <summary>The list now, then after every change, at most every <paramref name="minInterval"/>.</summary>
    public async IAsyncEnumerable<TrackList> WatchAsync(
        TimeSpan minInterval, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
            }

            yield return List();
            await Task.Delay(minInterval, _time, cancellation).ConfigureAwait(false);
            await changed.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Releases all captures.</summary>
    public void Dispose()
    {
        foreach (TrackSession track in All())
        {
            track.Dispose();
        }

        try
        {
            if (Directory.Exists(_captureFolder))
            {
                Directory.Delete(_captureFolder, recursive: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A job may still read from it; the next bridge takes it away.
        }
    }

    private TrackSession? Find(string instanceId) => _tracks.Find(candidate => candidate.InstanceId == instanceId);

    private TrackSession Add(string instanceId, long hostProcessId, bool importing)
    {
        MakeRoom();
        string id = string.Create(CultureInfo.InvariantCulture, $"track-{_nextId++}");
        TrackSession track = new(id, instanceId, _captureFolder, _time, hostProcessId, importing);
        _tracks.Add(track);
        return track;
    }

    private void MakeRoom()
    {
        if (_tracks.Count < MaxTracks)
        {
            return;
        }

        TrackSession? oldest = _tracks.Find(track => !track.InUse)
            ?? throw new GrpcException(
                GrpcStatusCode.ResourceExhausted, $"The bridge holds {MaxTracks} tracks, its limit; remove the plugin from one.");
        _tracks.Remove(oldest);
        oldest.Dispose();
    }
}
