using GrooveGuru.Core.Advice;

namespace GrooveGuru.Core.Reports;

/// <summary>Advice that gave way, as a sentence.</summary>
public static class ConflictText
{
    /// <summary>The sentence: "Withheld: boost 3.0 dB above 4.00 kHz (high shelf). What is crushed is not compressed further."</summary>
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
            ? $" It gives way to: {LowerFirst(conflict.WinnerTitle)}."
            : "";
        return $"{outcome}: {LowerFirst(conflict.LoserTitle)}. {conflict.Because}{winner}";
    }

    private static string LowerFirst(string text) => text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
