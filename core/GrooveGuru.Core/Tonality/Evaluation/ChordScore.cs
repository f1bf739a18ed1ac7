namespace GrooveGuru.Core.Tonality.Evaluation;

/// <summary>How much of the time estimated chords are right: weighted chord symbol recall.</summary>
/// <param name="TriadRecall">Share of the scored time in which root and major or minor agree, 0–1; null where no time was scored.</param>
/// <param name="ScoredSeconds">Time with a true chord that is major, minor or none, with or without a seventh, s.</param>
/// <remarks>
/// The vocabulary "majmin" of mir_eval.chord (Raffel et al. 2014, ISMIR): chords of other kinds in the truth are not scored,
/// an estimate of another kind is wrong, and where nothing was estimated the estimate is "N".
/// </remarks>
public sealed record ChordScore(double? TriadRecall, double ScoredSeconds)
{
    /// <summary>Compares estimated chords with the truth.</summary>
    /// <param name="truth">The true chords, in order, without overlap.</param>
    /// <param name="estimate">The estimated chords, in order, without overlap.</param>
    public static ChordScore Compare(IReadOnlyList<ChordSegment> truth, IReadOnlyList<ChordSegment> estimate)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(estimate);
        double scored = 0, right = 0;
        foreach (ChordSegment segment in truth)
        {
            ChordLabel wanted = ChordLabel.Parse(segment.Label).Triad;
            if (wanted.Quality is ChordQuality.Diminished or ChordQuality.Other)
            {
                continue;
            }

            double covered = 0;
            scored += segment.EndSeconds - segment.StartSeconds;
            foreach (ChordSegment found in estimate)
            {
                double shared = Math.Min(segment.EndSeconds, found.EndSeconds) - Math.Max(segment.StartSeconds, found.StartSeconds);
                if (shared > 0)
                {
                    covered += shared;
                    right += ChordLabel.Parse(found.Label).Triad == wanted ? shared : 0;
                }
            }

            right += wanted == ChordLabel.None ? segment.EndSeconds - segment.StartSeconds - covered : 0;
        }

        return new ChordScore(scored > 0 ? right / scored : null, scored);
    }
}
