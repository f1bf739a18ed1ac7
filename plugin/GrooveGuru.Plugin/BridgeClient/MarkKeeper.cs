using System.Collections.Immutable;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Plugin.State;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>
/// What the user says to recommendations: kept with the project, shown at once, and told to every bridge that does not know it yet,
/// so that advice which was dismissed stays dismissed when the project is opened again.
/// </summary>
internal sealed class MarkKeeper(BridgeBoard board)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, RecommendationStatus> _untold = new(StringComparer.Ordinal);
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
            _told.Clear();
        }
    }

    /// <summary>Takes what the user says to a recommendation: tried, dismissed, or open again.</summary>
    public void Set(string recommendationId, RecommendationStatus status, ConnectedBridge? bridge)
    {
        lock (_gate)
        {
            _marks = _marks.RemoveAll(mark => mark.RecommendationId == recommendationId);
            if (status is RecommendationStatus.TriedByUser or RecommendationStatus.Dismissed)
            {
                int surplus = Math.Max(0, _marks.Length + 1 - StateFieldContent.MaxMarks);
                _marks = _marks.RemoveRange(0, surplus).Add(new AdviceMark(recommendationId, status));
            }

            _untold[recommendationId] = status;
        }

        board.Change(news => news.Report is { } report ? news with { Report = Shown(report) } : news);
        Tell(bridge, isWish: true);
    }

    /// <summary>Takes a report of the bridge: what it does not know of the marks is told to it.</summary>
    /// <returns>The report as it is to be shown.</returns>
    public TrackReport Take(TrackReport report, ConnectedBridge? bridge)
    {
        lock (_gate)
        {
            if (bridge is not null && bridge.BridgeId != _bridgeId)
            {
                _bridgeId = bridge.BridgeId;
                _told.Clear();
            }

            foreach (AdviceMark mark in _marks)
            {
                Compare(mark, report);
            }
        }

        Tell(bridge, isWish: false);
        return Shown(report);
    }

    private void Compare(AdviceMark mark, TrackReport report)
    {
        RecommendationStatus? given = report.Recommendations.FirstOrDefault(item => item.Id == mark.RecommendationId)?.Status;
        RecommendationStatus? earlier = report.FollowUps.FirstOrDefault(item => item.RecommendationId == mark.RecommendationId)?.Status;
        if ((given ?? earlier) is not { } known)
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

    /// <summary>A report with what the bridge has not confirmed yet.</summary>
    private TrackReport Shown(TrackReport report)
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
            if (bridge is null || _isTelling || _untold.Count == 0)
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
                await TellAsync(bridge, next, ended).ConfigureAwait(false);
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

    private async Task TellAsync(ConnectedBridge bridge, KeyValuePair<string, RecommendationStatus> untold, CancellationToken ended)
    {
        MarkRequest request = new() { TrackId = bridge.TrackId, RecommendationId = untold.Key, Status = untold.Value };
        try
        {
            await bridge.Calls.MarkAsync(request, ended).ConfigureAwait(false);
        }
        catch (GrpcException error) when (error.Code is not (GrpcStatusCode.Unavailable or GrpcStatusCode.DeadlineExceeded))
        {
            // Not in its newest report any more: told again when it comes back in one.
        }

        Told(untold);
    }

    // Says in one step that nothing is left and that nobody is telling any more.
    private KeyValuePair<string, RecommendationStatus>? NextUntold()
    {
        lock (_gate)
        {
            foreach (KeyValuePair<string, RecommendationStatus> untold in _untold)
            {
                return untold;
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
            if (_untold.TryGetValue(told.Key, out RecommendationStatus now) && now == told.Value)
            {
                _untold.Remove(told.Key);
            }
        }
    }
}
