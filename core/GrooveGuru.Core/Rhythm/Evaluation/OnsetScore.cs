namespace GrooveGuru.Core.Rhythm.Evaluation;

/// <summary>How well estimated onsets agree with reference onsets: within 50 ms, one to one.</summary>
/// <remarks>The definition of mir_eval.onset.</remarks>
public static class OnsetScore
{
    /// <summary>Greatest distance of an onset from the true one, s.</summary>
    public const double ToleranceSeconds = 0.05;

    /// <summary>Onsets nearer than this are heard as one, s.</summary>
    public const double MergeSeconds = 0.03;

    /// <summary>Compares two lists of onsets.</summary>
    /// <param name="referenceSeconds">The true onsets, s.</param>
    /// <param name="estimatedSeconds">The onsets found, s.</param>
    /// <returns>All 0 where either list is empty.</returns>
    public static EventScore Compare(IReadOnlyList<double> referenceSeconds, IReadOnlyList<double> estimatedSeconds) =>
        EventScore.Compare(referenceSeconds, estimatedSeconds, ToleranceSeconds);

    /// <summary>Makes one onset of those that begin together: notes of a chord, drums of a beat.</summary>
    /// <param name="onsetsSeconds">Onsets of all notes, s, in any order.</param>
    /// <param name="mergeSeconds">An onset within this time of the first one of its group belongs to the group, s.</param>
    /// <returns>The mean time of each group, s, ascending.</returns>
    public static IReadOnlyList<double> Merged(IEnumerable<double> onsetsSeconds, double mergeSeconds = MergeSeconds)
    {
        ArgumentNullException.ThrowIfNull(onsetsSeconds);
        var merged = new List<double>();
        double first = double.NegativeInfinity, sum = 0;
        int count = 0;
        foreach (double onset in onsetsSeconds.Order())
        {
            if (onset - first > mergeSeconds)
            {
                Close();
                (first, sum, count) = (onset, 0, 0);
            }

            sum += onset;
            count++;
        }

        Close();
        return merged;

        void Close()
        {
            if (count > 0)
            {
                merged.Add(sum / count);
            }
        }
    }
}
