namespace GrooveGuru.Core.Advice;

/// <summary>One measured cause of a recommendation.</summary>
/// <param name="FeatureId">The feature or extended measure that caused it.</param>
/// <param name="Measured">Its value, in <paramref name="Unit"/>.</param>
/// <param name="Threshold">The value it crossed, in the same unit.</param>
/// <param name="Unit">The unit of both.</param>
/// <param name="Meaning">What that does to a listener, one sentence.</param>
public sealed record Reason(string FeatureId, double Measured, double Threshold, string Unit, string Meaning);
