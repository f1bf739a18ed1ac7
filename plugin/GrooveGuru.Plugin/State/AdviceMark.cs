using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Plugin.State;

/// <summary>What the user has said to one recommendation.</summary>
/// <param name="RecommendationId">The recommendation.</param>
/// <param name="Status">Tried, dismissed, or what a newer version knows.</param>
internal readonly record struct AdviceMark(string RecommendationId, RecommendationStatus Status);
