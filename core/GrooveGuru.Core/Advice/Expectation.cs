namespace GrooveGuru.Core.Advice;

/// <summary>How a measure is to move when the recommendation is followed.</summary>
/// <param name="FeatureId">The feature or extended measure.</param>
/// <param name="From">Its value now.</param>
/// <param name="To">The value promised.</param>
/// <param name="Unit">The unit of both.</param>
public sealed record Expectation(string FeatureId, double From, double To, string Unit);
