using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Advice.FollowUps;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>What was advised on a track while it was heard before, and what the user said to it. Guarded by its track.</summary>
internal sealed class AdviceHistory
{
    /// <summary>So much must have been played again before earlier advice is measured again, s.</summary>
    public const double HeardAgainSeconds = 2;

    private readonly Dictionary<string, Promise> _marked = [];
    private FormerAdvice? _former;
    private long _replayedFrames;

    /// <summary>What the next report is to follow up; null where nothing was advised before.</summary>
    /// <param name="writtenFrames">Frames ever written to the capture, replayed ones included.</param>
    /// <param name="heardFrames">Frames held, each counted once.</param>
    /// <param name="sampleRateHz">Sample rate, Hz.</param>
    public FormerAdvice? Former(long writtenFrames, long heardFrames, int sampleRateHz)
    {
        if (_former is null && _marked.Count == 0)
        {
            return null;
        }

        FormerAdvice former = _former ?? FormerAdvice.Nothing;
        return former with
        {
            Promises =
            [
                .. former.Promises.Where(promise => !_marked.ContainsKey(promise.RecommendationId)),
                .. _marked.Values,
            ],
            HeardAgain = _former is not null
                && writtenFrames - heardFrames - _replayedFrames >= HeardAgainSeconds * sampleRateHz,
        };
    }

    /// <summary>Remembers a final report: what comes next is compared with it.</summary>
    /// <param name="next">What it promised.</param>
    /// <param name="capture">The capture that it was made of.</param>
    public void Remember(FormerAdvice next, CaptureToAnalyse capture)
    {
        _former = next;
        _replayedFrames = capture.WrittenFrames - capture.HeardFrames;

        // What was measured again since speaks for itself; what the user does not want stays unwanted.
        foreach (string id in _marked.Keys.Where(id => _marked[id].Status != Core.Advice.RecommendationStatus.Dismissed).ToArray())
        {
            _marked.Remove(id);
        }
    }

    /// <summary>Keeps what the user said to a recommendation.</summary>
    /// <param name="report">The newest report.</param>
    /// <param name="recommendationId">One of its recommendations, or of the earlier ones that it follows up.</param>
    /// <param name="status">Open, tried by the user, or dismissed.</param>
    /// <returns>The report with the new status; null where there is no such recommendation.</returns>
    public TrackReport? Mark(TrackReport report, string recommendationId, RecommendationStatus status)
    {
        TrackReport marked = report.Clone();
        Recommendation? given = marked.Recommendations.FirstOrDefault(advice => advice.Id == recommendationId);
        Contracts.V1.FollowUp? earlier = marked.FollowUps.FirstOrDefault(item => item.RecommendationId == recommendationId);
        if (given is null && earlier is null)
        {
            return null;
        }

        if (given is not null)
        {
            given.Status = status;
        }

        if (earlier is not null)
        {
            earlier.Status = status;
            earlier.Text = FollowUpMapping.TextOf(earlier);
        }

        _marked[recommendationId] = given is not null ? FollowUpMapping.ToPromise(given) : FollowUpMapping.ToPromise(earlier!);
        return marked;
    }
}
