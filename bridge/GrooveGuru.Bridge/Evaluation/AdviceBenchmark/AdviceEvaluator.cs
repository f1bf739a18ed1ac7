using System.Collections.Concurrent;

namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>Measures the advice against faults that are made on purpose, track beside track.</summary>
internal static class AdviceEvaluator
{
    /// <summary>Scores every track.</summary>
    /// <param name="tracks">Clean material.</param>
    /// <param name="examiner">What is done with each track.</param>
    /// <param name="threads">Tracks that are examined at the same time, 1 or more; they change no number.</param>
    /// <param name="progress">Hears the share that is done, 0–1.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The scores in the order of the tracks; those that could not be used say why.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<TrackScore> Run(
        IReadOnlyList<MaterialTrack> tracks, TrackExaminer examiner, int threads, IProgress<double> progress, CancellationToken cancellation)
    {
        var scores = new TrackScore[tracks.Count];
        double stepsPerTrack = examiner.StepCount;
        int steps = 0;
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        try
        {
            // One at a time: tracks differ in how long they take.
            Parallel.ForEach(
                Partitioner.Create(Enumerable.Range(0, tracks.Count), EnumerablePartitionerOptions.NoBuffering),
                options,
                index => scores[index] = examiner.Examine(
                    tracks[index], () => progress.Report(Math.Min(1, Interlocked.Increment(ref steps) / (stepsPerTrack * tracks.Count))), cancellation));
        }
        catch (AggregateException errors) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("The evaluation was cancelled.", errors, cancellation);
        }

        return scores;
    }
}
