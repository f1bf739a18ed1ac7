namespace GrooveGuru.Core.Advice;

/// <summary>Advice that gave way, to other advice or to the state of the track.</summary>
/// <param name="WinnerId">Id of the advice that stays; empty where the track itself spoke against it.</param>
/// <param name="WinnerTitle">What that says; empty where the track itself spoke against it.</param>
/// <param name="LoserId">Id of the advice that gave way.</param>
/// <param name="LoserTitle">What that says.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Because">Why, one sentence.</param>
public sealed record ResolvedConflict(
    string WinnerId, string WinnerTitle, string LoserId, string LoserTitle, ConflictOutcome Outcome, string Because);
