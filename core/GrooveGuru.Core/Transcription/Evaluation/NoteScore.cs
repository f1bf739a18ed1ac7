namespace GrooveGuru.Core.Transcription.Evaluation;

/// <summary>How well estimated notes agree with reference notes.</summary>
/// <param name="Precision">Share of the estimated notes that are right, 0 to 1.</param>
/// <param name="Recall">Share of the reference notes that were found, 0 to 1.</param>
/// <param name="MatchedCount">Pairs of notes that agree.</param>
/// <remarks>
/// The definitions of mir_eval.transcription (Raffel et al. 2014, ISMIR): a largest set of pairs in which onsets lie within
/// 50 ms, pitches within 50 cents and, if asked, offsets within 20 % of the reference note's length or 50 ms.
/// </remarks>
public sealed record NoteScore(double Precision, double Recall, int MatchedCount)
{
    private const double OnsetToleranceSeconds = 0.05;
    private const double OffsetToleranceShare = 0.2;
    private const double OffsetToleranceSeconds = 0.05;
    private const double PitchToleranceSemitones = 0.5;

    /// <summary>Harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>Compares two sets of notes.</summary>
    /// <param name="reference">The true notes.</param>
    /// <param name="estimated">The notes heard.</param>
    /// <param name="withOffsets">Whether offsets have to agree too.</param>
    /// <returns>All 0 where either set is empty.</returns>
    public static NoteScore Compare(IReadOnlyList<ScoredNote> reference, IReadOnlyList<ScoredNote> estimated, bool withOffsets = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(estimated);
        if (reference.Count == 0 || estimated.Count == 0)
        {
            return new NoteScore(0, 0, 0);
        }

        int[][] partners = reference
            .Select(note => Enumerable.Range(0, estimated.Count).Where(index => Agree(note, estimated[index], withOffsets)).ToArray())
            .ToArray();
        int[] matchOfEstimate = Enumerable.Repeat(-1, estimated.Count).ToArray();
        int matched = 0;
        for (int index = 0; index < partners.Length; index++)
        {
            matched += TryMatch(index, partners, matchOfEstimate, new HashSet<int>()) ? 1 : 0;
        }

        return new NoteScore((double)matched / estimated.Count, (double)matched / reference.Count, matched);
    }

    private static bool Agree(ScoredNote reference, ScoredNote estimated, bool withOffsets)
    {
        // mir_eval rounds distances to 4 digits so that a note exactly on the edge counts.
        double offsetTolerance = Math.Max(
            OffsetToleranceSeconds, OffsetToleranceShare * (reference.OffsetSeconds - reference.OnsetSeconds));
        return Math.Round(Math.Abs(reference.OnsetSeconds - estimated.OnsetSeconds), 4) <= OnsetToleranceSeconds
            && Math.Abs(reference.MidiPitch - estimated.MidiPitch) <= PitchToleranceSemitones
            && (!withOffsets || Math.Round(Math.Abs(reference.OffsetSeconds - estimated.OffsetSeconds), 4) <= offsetTolerance);
    }

    /// <summary>An augmenting path of the bipartite matching from one reference note.</summary>
    private static bool TryMatch(int note, int[][] partners, int[] matchOfEstimate, HashSet<int> visited)
    {
        foreach (int estimate in partners[note])
        {
            if (visited.Add(estimate)
                && (matchOfEstimate[estimate] < 0 || TryMatch(matchOfEstimate[estimate], partners, matchOfEstimate, visited)))
            {
                matchOfEstimate[estimate] = note;
                return true;
            }
        }

        return false;
    }
}
