namespace GrooveGuru.Core.Semantics.Judgements;

/// <summary>One measure that decided a judgement.</summary>
/// <param name="MeasureId">A feature's id, or that of an extended measure.</param>
/// <param name="Name">What a musician reads.</param>
/// <param name="Value">What was measured, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit; empty where it has none.</param>
/// <param name="Pull">How far it moved the judgement's value, −1…1: below 0 towards the lowest step, above 0 towards the highest.</param>
public sealed record JudgementSign(string MeasureId, string Name, double Value, string Unit, double Pull);
