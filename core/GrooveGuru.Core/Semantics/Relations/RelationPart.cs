namespace GrooveGuru.Core.Semantics.Relations;

/// <summary>One of the measures that a relation is between.</summary>
/// <param name="FeatureId">The feature.</param>
/// <param name="Value">What was measured, in the feature's unit.</param>
/// <param name="Place">Where it lies on the quality that the relation compares, 0–1.</param>
public sealed record RelationPart(string FeatureId, double Value, double Place);
