using System.Collections.Immutable;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Plugin.State;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>
/// What the user says to recommendations: kept with the project, shown at once, and told to every bridge that does not know it yet,
/// so that advice which was dismissed stays dismissed when the project is opened again. What a bridge refuses stays the user's word: it
/// is shown and kept, and told again when a report names that advice again.
/// </summary>
internal sealed class MarkKeeper(BridgeBoard board)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, RecommendationStatus> _untold = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal); // of the untold
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private ImmutableArray<AdviceMark> _marks = [];
    private string _bridgeId = "";
    private bool _isTelling;

    /// <summary>What is to be saved, oldest first.</summary>
    public ImmutableArray<AdviceMark> Marks
    {
        get
        {
            lock (_gate)
            {
                return _marks;
            }
        }
    }

    /// <summary>Takes saved marks in the place of those that are known.</summary>
    public void Load(ImmutableArray<AdviceMark> marks)
    {
        lock (_gate)
        {
            _marks = marks;
            _untold.Clear();
            _refused.Clear();
            _told.Clear();
        }
    }

    /// <summary>Takes what the user says to a recommendation: tried, dismissed, or open again.</summary>
    /// <returns>Whether that changes what is to be saved.</returns>
    public bool Set(string recommendationId, RecommendationStatus status, ConnectedBridge? bridge)
    {
        bool isChanged;
        lock (_gate)
        {
            ImmutableArray<AdviceMark> before = _marks;
            _marks = _marks.RemoveAll(mark => mark.RecommendationId == recommendationId);
            if (status is RecommendationStatus.TriedByUser or RecommendationStatus.Dismissed)
            {
                int surplus = Math.Max(0, _marks.Length + 1 - StateFieldContent.MaxMarks);
                _marks = _marks.RemoveRange(0, surplus).Add(new AdviceMark(recommendationId, status));
            }

            isChanged = !_marks.SequenceEqual(before);
            _untold[recommendationId] = status;
            _refused.Remove(recommendationId);
        }

        board.Change(news => news.Report is { } report ? news with { Report = Shown(report) } : news);
        Tell(bridge, isWish: true);
        return isChanged;
    }

    /// <summary>Takes a report of the bridge: what it does not know of the marks is told to it.</summary>
    public void Take(TrackReport report, ConnectedBridge? bridge)
    {
        lock (_gate)
        {
            if (bridge is not null && bridge.BridgeId != _bridgeId)
            {
                _bridgeId = bridge.BridgeId;
                _told.Clear();
            }

            TryRefusedAgain(report);
            foreach (AdviceMark mark in _marks)
            {
                Compare(mark, report);
            }
        }

        Tell(bridge, isWish: false);
    }

    // Where it was measured since, the bridge knows better than a mark that it would not take.
    private void TryRefusedAgain(TrackReport report)
    {
        foreach (string id in _refused.ToArray())
        {
            RecommendationStatus? known = KnownStatus(id, report);
            if (known is not null)
            {
                _refused.Remove(id);
            }

            if (_untold[id] == RecommendationStatus.TriedByUser && known is not (null or RecommendationStatus.Unspecified
                or RecommendationStatus.Open or RecommendationStatus.TriedByUser or RecommendationStatus.Dismissed))
            {
                _untold.Remove(id);
            }
        }
    }

    private static RecommendationStatus? KnownStatus(string id, TrackReport report)
        => report.Recommendations.FirstOrDefault(item => item.Id == id)?.Status
            ?? report.FollowUps.FirstOrDefault(item => item.RecommendationId == id)?.Status;

    private void Compare(AdviceMark mark, TrackReport report)
    {
        if (KnownStatus(mark.RecommendationId, report) is not { } known)
        {
            return;
        }

        if (mark.Status == RecommendationStatus.Dismissed && known != RecommendationStatus.Dismissed)
        {
            _untold.TryAdd(mark.RecommendationId, mark.Status);
        }
        else if (mark.Status == RecommendationStatus.TriedByUser)
        {
            if (known is RecommendationStatus.Unspecified or RecommendationStatus.Open)
            {
                // Once to each bridge: after that it knows better, because it has heard the track again.
                if (_told.Add(mark.RecommendationId))
                {
                    _untold.TryAdd(mark.RecommendationId, mark.Status);
                }
            }
            else if (known != RecommendationStatus.TriedByUser)
            {
                _marks = _marks.Remove(mark); // it was measured since
            }
        }
    }

    /// <summary>A report as it is to be shown now: with what the bridge has not confirmed yet.</summary>
    public TrackReport Shown(TrackReport report)
    {
        lock (_gate)
        {
            if (!report.Recommendations.Any(item => _untold.TryGetValue(item.Id, out RecommendationStatus status) && item.Status != status))
            {
                return report;
            }

            TrackReport shown = report.Clone();
            foreach (Recommendation item in shown.Recommendations)
            {
                item.Status = _untold.GetValueOrDefault(item.Id, item.Status);
            }

            return shown;
        }
    }

    private void Tell(ConnectedBridge? bridge, bool isWish)
    {
        lock (_gate)
        {
            if (bridge is null || _isTelling || _untold.Count == _refused.Count)
            {
                return;
            }

            _isTelling = bridge.TryRun(ended => TellAllAsync(bridge, isWish, ended));
        }
    }

    private async Task TellAllAsync(ConnectedBridge bridge, bool isWish, CancellationToken ended)
    {
        bool isOver = false;
        try
        {
            while (NextUntold() is { } next)
            {
                await TellAsync(bridge, next, isWish, ended).ConfigureAwait(false);
            }

            isOver = true;
        }
        catch (GrpcException) when (isWish)
        {
            board.Tell("The bridge does not answer; your mark is kept with the project and told to it as soon as it does.");
        }
        catch (GrpcException)
        {
            // Told again with the next report, or to the next bridge.
        }
        finally
        {
            // Where nothing was left, somebody else may be telling by now.
            lock (_gate)
            {
                _isTelling = isOver && _isTelling;
            }
        }
    }

    private async Task TellAsync(
        ConnectedBridge bridge, KeyValuePair<string, RecommendationStatus> untold, bool isWish, CancellationToken ended)
    {
        MarkRequest request = new() { TrackId = bridge.TrackId, RecommendationId = untold.Key, Status = untold.Value };
        try
        {
            await bridge.Calls.MarkAsync(request, ended).ConfigureAwait(false);
            Told(untold);
        }
        catch (GrpcException error) when (!ended.IsCancellationRequested
            && error.Code is not (GrpcStatusCode.Unavailable or GrpcStatusCode.DeadlineExceeded or GrpcStatusCode.Cancelled))
        {
            Refused(untold);
            if (isWish)
            {
                board.Tell($"{BridgeWords.Refused("Your mark was not taken by the bridge", error).TrimEnd('.')}. "
                    + "It is kept with the project, and told again when a report names that advice again.");
            }
        }
    }

    // Says in one step that nothing is left and that nobody is telling any more.
    private KeyValuePair<string, RecommendationStatus>? NextUntold()
    {
        lock (_gate)
        {
            foreach (KeyValuePair<string, RecommendationStatus> untold in _untold)
            {
                if (!_refused.Contains(untold.Key))
                {
                    return untold;
                }
            }

            _isTelling = false;
            return null;
        }
    }

    private void Told(KeyValuePair<string, RecommendationStatus> told)
    {
        lock (_gate)
        {
            _told.Add(told.Key);
            if (IsStillWanted(told))
            {
                _untold.Remove(told.Key);
                _refused.Remove(told.Key);
            }
        }
    }

    private void Refused(KeyValuePair<string, RecommendationStatus> refused)
    {
        lock (_gate)
        {
            _told.Remove(refused.Key);
            if (IsStillWanted(refused))
            {
                _refused.Add(refused.Key);
            }
        }
    }

    private bool IsStillWanted(KeyValuePair<string, RecommendationStatus> mark)
        => _untold.TryGetValue(mark.Key, out RecommendationStatus now) && now == mark.Value;
}
