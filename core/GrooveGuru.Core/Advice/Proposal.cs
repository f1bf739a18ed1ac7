namespace GrooveGuru.Core.Advice;

/// <summary>What a rule hands to the adviser: advice that nobody has tried yet, and how it may be tuned.</summary>
/// <param name="Untried">The recommendation without evidence; its chain and promises are those of the largest amount.</param>
/// <param name="Tuning">How far it may go.</param>
public sealed record Proposal(Recommendation Untried, Tuning Tuning);
