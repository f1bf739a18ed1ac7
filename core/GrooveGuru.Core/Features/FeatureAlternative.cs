namespace GrooveGuru.Core.Features;

/// <summary>Another reading of the same audio: half the tempo, the relative key.</summary>
/// <param name="Value">The value in the feature's unit; null where the reading is a text.</param>
/// <param name="Text">The reading in words ("A minor"); null where it is a number.</param>
/// <param name="Confidence">How likely this reading is, 0–1.</param>
public sealed record FeatureAlternative(double? Value, string? Text, double Confidence);
