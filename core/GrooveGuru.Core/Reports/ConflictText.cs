using GrooveGuru.Core.Advice;

namespace GrooveGuru.Core.Reports;

/// <summary>Advice that gave way, as a sentence.</summary>
public static class ConflictText
{
    /// <summary>The sentence: "Withheld: turn down by 4.6 dB (for: true peak). Both turn down to the same peak; clipping is the graver reason."</summary>
    public static string Write(ResolvedConflict conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        string outcome = conflict.Outcome switch
        {
            ConflictOutcome.Reduced => "Less of it in the whole chain",
            ConflictOutcome.LeftOutOfChain => "Left out of the whole chain",
            _ => "Withheld",
        };
        string winner = conflict.WinnerTitle.Length > 0 && conflict.Outcome == ConflictOutcome.Withheld
            ? $" It gives way to: {LowerFirst(conflict.WinnerTitle)} (for: {Cause(conflict.WinnerId)})."
            : "";
        return $"{outcome}: {LowerFirst(conflict.LoserTitle)} (for: {Cause(conflict.LoserId)}). {conflict.Because}{winner}";
    }

    // The id names the cause: "gain.true_peak".
    private static string Cause(string id) => id[(id.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('_', ' ');

    private static string LowerFirst(string text) => text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
