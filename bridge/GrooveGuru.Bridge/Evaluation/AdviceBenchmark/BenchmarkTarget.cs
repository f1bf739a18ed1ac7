namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>One thing that is asked of the advice.</summary>
/// <param name="Id">Its key in JSON.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Bound">What is asked.</param>
/// <param name="IsLeast">Whether the bound is the least that is asked; otherwise the most.</param>
/// <param name="Of">The figure; null where there is nothing to take it from.</param>
internal sealed record BenchmarkTarget(string Id, string Title, double Bound, bool IsLeast, Func<AdviceTotals, double?> Of)
{
    /// <summary>All of them, in the order of the table.</summary>
    public static IReadOnlyList<BenchmarkTarget> All { get; } =
    [
        new("recall_medium_strong", "Recall at top three, medium and strong", 0.95, true, totals => totals.Cases.PlainRecall),
        new("recall_weak", "Recall at top three, weak", 0.7, true, totals => totals.Cases.WeakRecall),
        new("gain_error_db", "Gain of the inverse, median error, dB", 2, false, totals => totals.Cases.GainErrorDb?.Median),
        new("octave_error", "Frequency of the inverse, median error, octaves", 0.5, false, totals => totals.Cases.OctaveError?.Median),
        new("half_undone_of_answered", "Half undone by the answer, of answered faults", 0.9, true, totals => totals.Cases.UndoneOfAnswered),
        new("half_undone_of_all", "Half undone by the answer, of all faults", 0.9, true, totals => totals.Cases.UndoneOfAll),
        new("half_undone_by_chain", "Half undone by the whole chain, of all faults", 0.9, true, totals => totals.Cases.UndoneByChainOfAll),
        new("first_priority_per_clean_track", "Priority 1 for a clean track", 0.3, false, totals => totals.FirstPriorityPerCleanTrack),
        new("calibration_error", "Calibration error of confidence", 0.1, false, totals => totals.CalibrationError),
    ];

    /// <summary>Whether the figure is as asked; null where there is none.</summary>
    public bool? IsMet(AdviceTotals totals) => Of(totals) is { } value ? IsLeast ? value >= Bound : value <= Bound : null;
}
