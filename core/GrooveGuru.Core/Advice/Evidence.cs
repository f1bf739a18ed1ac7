namespace GrooveGuru.Core.Advice;

/// <summary>What was measured when the change was rendered on the captured audio.</summary>
/// <param name="FeatureId">The feature or extended measure.</param>
/// <param name="Before">Measured on the captured audio.</param>
/// <param name="After">Measured on the rendered change.</param>
/// <param name="Unit">The unit of both.</param>
public sealed record Evidence(string FeatureId, double Before, double After, string Unit);
