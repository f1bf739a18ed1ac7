using GrooveGuru.Core.Transcription.Evaluation;

namespace GrooveGuru.Bridge.Evaluation;

/// <summary>How many strokes there are, were heard, and were heard rightly.</summary>
/// <param name="TruthCount">Strokes of the truth.</param>
/// <param name="HeardCount">Strokes that were heard.</param>
/// <param name="MatchedCount">Pairs whose onsets lie within 50 ms.</param>
internal readonly record struct DrumCount(int TruthCount, int HeardCount, int MatchedCount)
{
    /// <summary>Share of what was heard that is right, 0 to 1; 0 where nothing was heard.</summary>
    public double Precision => HeardCount > 0 ? (double)MatchedCount / HeardCount : 0;

    /// <summary>Share of the truth that was heard, 0 to 1; 0 where there is nothing to hear.</summary>
    public double Recall => TruthCount > 0 ? (double)MatchedCount / TruthCount : 0;

    /// <summary>Harmonic mean of both; 0 where nothing is right.</summary>
    public double F1 => MatchedCount > 0 ? 2.0 * MatchedCount / (TruthCount + HeardCount) : 0;

    /// <summary>Both together, stroke by stroke.</summary>
    public static DrumCount operator +(DrumCount one, DrumCount other) => new(
        one.TruthCount + other.TruthCount, one.HeardCount + other.HeardCount, one.MatchedCount + other.MatchedCount);

    /// <summary>Compares onsets, s.</summary>
    public static DrumCount Of(IEnumerable<double> truth, IEnumerable<double> heard)
    {
        const double AnyLengthSeconds = 0.1;
        ScoredNote[] reference = [.. truth.Select(At)], estimated = [.. heard.Select(At)];
        return new DrumCount(reference.Length, estimated.Length, NoteScore.Compare(reference, estimated).MatchedCount);

        static ScoredNote At(double seconds) => new(seconds, seconds + AnyLengthSeconds, 0);
    }
}
