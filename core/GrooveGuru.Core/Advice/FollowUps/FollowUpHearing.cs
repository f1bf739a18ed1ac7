using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Advice.FollowUps;

/// <summary>Measures earlier promises again on what is heard now.</summary>
public static class FollowUpHearing
{
    // A part that is this much shorter than the one it was promised on is another part.
    private const double LeastShareOfPart = 0.8;

    /// <summary>Finds out what became of earlier advice.</summary>
    /// <param name="promises">What was promised, in order.</param>
    /// <param name="former">The outline of what was heard then.</param>
    /// <param name="audio">The audio that is heard now, or the part of it that is held, planar.</param>
    /// <param name="startSeconds">Where that part begins in the track, s.</param>
    /// <param name="analysis">What is measured on all that is heard now.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>One entry for each promise. Other audio ticks nothing off: then each keeps its status, and the report says why.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// Measured is the part of the song on which the promise was made, found by laying the two outlines over each other; where that part
    /// is not heard now, the loudest one, or the one around the peak for a promise on level.
    /// </remarks>
    public static FollowUpReport Hear(
        IReadOnlyList<Promise> promises,
        AudioSketch former,
        AudioBuffer audio,
        double startSeconds,
        TrackAnalysis analysis,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(promises);
        ArgumentNullException.ThrowIfNull(former);
        ArgumentNullException.ThrowIfNull(audio);
        ArgumentNullException.ThrowIfNull(analysis);
        if (promises.Count == 0)
        {
            return FollowUpReport.Empty;
        }

        SketchMatch match = SketchMatch.Of(former, AudioSketch.Of(analysis));
        if (match.WhyOther is string why)
        {
            return new FollowUpReport(
                [.. promises.Select(promise => new FollowUp(promise, null, MeasureNoise.Of(promise.MeasureId, promise.To - promise.From), promise.Status))], why);
        }

        var takes = new Dictionary<(int Start, int Frames), Take>();
        return new FollowUpReport([.. promises.Select(promise => FollowUpJudge.Judge(promise, Now(promise)))], null);

        double? Now(Promise promise)
        {
            if (promise.Status == RecommendationStatus.Dismissed)
            {
                return null;
            }

            Excerpt part = PartOf(promise);
            (int, int) key = ((int)Math.Round(part.FromSeconds * audio.SampleRateHz), part.Audio.FrameCount);
            if (!takes.TryGetValue(key, out Take? take))
            {
                take = new Take(part.Audio, TrackAnalyzer.Analyze, cancellationToken);
                takes.Add(key, take);
            }

            return take.Measure(promise.MeasureId);
        }

        Excerpt PartOf(Promise promise)
        {
            double shift = match.LagSeconds + startSeconds;
            double from = (promise.FromSeconds ?? 0) - shift, to = (promise.ToSeconds ?? former.DurationSeconds) - shift;
            Excerpt same = Excerpt.At(audio, from, to);
            return same.Audio.DurationSeconds >= LeastShareOfPart * (to - from) ? same
                : MeasureInfo.Of(promise.MeasureId).DependsOnLevel ? Excerpt.AroundPeak(audio)
                : Excerpt.Loudest(audio);
        }
    }
}
