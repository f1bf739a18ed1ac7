namespace GrooveGuru.Core.Advice;

/// <summary>Two pieces of advice of which one gives way.</summary>
/// <param name="WinnerId">The one that stays.</param>
/// <param name="LoserId">The one that is not shown beside it.</param>
/// <param name="Because">Why, one sentence.</param>
public sealed record Conflict(string WinnerId, string LoserId, string Because);
