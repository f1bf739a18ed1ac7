namespace GrooveGuru.Core.Features;

/// <summary>One measured feature: a value, or the reason why there is none. Never NaN or infinite.</summary>
public sealed record FeatureValue
{
    /// <summary>The text of a value that could not be told: no pulse, no key.</summary>
    public const string Unsure = "unsure";

    /// <summary>What was measured.</summary>
    public required FeatureDefinition Definition { get; init; }

    /// <summary>The value in the definition's unit; null where it is not measurable or is a text alone.</summary>
    public double? Value { get; init; }

    /// <summary>The value in words where it is no number ("A minor"); null otherwise.</summary>
    public string? Text { get; init; }

    /// <summary>How sure the measurement is, 0–1; null where the question makes no sense (an RMS is what it is).</summary>
    public double? Confidence { get; init; }

    /// <summary>Other readings, most likely first.</summary>
    public IReadOnlyList<FeatureAlternative> Alternatives { get; init; } = [];

    /// <summary>The vector behind a mean (the seven contrast bands), in the same unit; empty where there is none.</summary>
    public IReadOnlyList<double> Detail { get; init; } = [];

    /// <summary>Why there is no value, one sentence; null where there is one.</summary>
    public string? NotMeasurableReason { get; init; }

    /// <summary>Whether there is a value.</summary>
    public bool IsMeasured => NotMeasurableReason is null;

    /// <summary>A numeric value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FeatureValue Of(FeatureDefinition definition, double value, double? confidence = null)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A measured value is finite.");
        }

        return new FeatureValue { Definition = definition, Value = value, Confidence = confidence };
    }

    /// <summary>The explicit absence of a value.</summary>
    public static FeatureValue NotMeasurable(FeatureDefinition definition, string reason) =>
        new() { Definition = definition, NotMeasurableReason = reason };
}
