namespace GrooveGuru.Core.Features;

/// <summary>What a feature is, apart from any measurement.</summary>
/// <param name="Id">The stable id: JSON key, protobuf name and the word used in the window.</param>
/// <param name="Domain">The group it belongs to.</param>
/// <param name="Unit">Unit of its value: Hz, dB, dBFS, BPM, 1/s, 0–1; empty where it has none.</param>
/// <param name="Name">What a musician reads.</param>
public sealed record FeatureDefinition(string Id, FeatureDomain Domain, string Unit, string Name);
