namespace GrooveGuru.Core.Mixing;

/// <summary>A downward expander (at high ratios a gate) that hears the louder channel and turns both down alike.</summary>
/// <param name="ThresholdDb">Level below which it acts, dBFS, −80 … 0.</param>
/// <param name="Ratio">Fall of the output over fall of the input below the threshold, 1 … 20; 1 does nothing.</param>
/// <param name="AttackMs">Time to 63 % of the way to a higher gain, ms, 0.1 … 500.</param>
/// <param name="ReleaseMs">Time to 63 % of the way to a lower gain, ms, 1 … 5000.</param>
/// <param name="KneeDb">Width of the bend around the threshold, dB, 0 … 24.</param>
/// <param name="RangeDb">The most that it turns down, dB, 0 … 80.</param>
/// <param name="Detection">What it takes for the level.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
public sealed record ExpanderSettings(
    double ThresholdDb,
    double Ratio,
    double AttackMs,
    double ReleaseMs,
    double KneeDb,
    double RangeDb,
    LevelDetection Detection = LevelDetection.Rms) : ProcessorSettings
{
    /// <summary>What the threshold may be, dBFS.</summary>
    public static ParameterRange ThresholdRangeDb { get; } = new(-80, 0);

    /// <summary>What the ratio may be.</summary>
    public static ParameterRange RatioRange { get; } = new(1, 20);

    /// <summary>What the attack may be, ms.</summary>
    public static ParameterRange AttackRangeMs { get; } = new(0.1, 500);

    /// <summary>What the release may be, ms.</summary>
    public static ParameterRange ReleaseRangeMs { get; } = new(1, 5000);

    /// <summary>What the knee may be, dB.</summary>
    public static ParameterRange KneeRangeDb { get; } = new(0, 24);

    /// <summary>What the range may be, dB.</summary>
    public static ParameterRange RangeRangeDb { get; } = new(0, 80);

    /// <summary>Level below which it acts, dBFS.</summary>
    public double ThresholdDb { get; init => field = ThresholdRangeDb.Require(value, nameof(ThresholdDb)); } =
        ThresholdRangeDb.Require(ThresholdDb);

    /// <summary>Fall of the output over fall of the input below the threshold.</summary>
    public double Ratio { get; init => field = RatioRange.Require(value, nameof(Ratio)); } = RatioRange.Require(Ratio);

    /// <summary>Time to 63 % of the way to a higher gain, ms.</summary>
    public double AttackMs { get; init => field = AttackRangeMs.Require(value, nameof(AttackMs)); } =
        AttackRangeMs.Require(AttackMs);

    /// <summary>Time to 63 % of the way to a lower gain, ms.</summary>
    public double ReleaseMs { get; init => field = ReleaseRangeMs.Require(value, nameof(ReleaseMs)); } =
        ReleaseRangeMs.Require(ReleaseMs);

    /// <summary>Width of the bend around the threshold, dB.</summary>
    public double KneeDb { get; init => field = KneeRangeDb.Require(value, nameof(KneeDb)); } = KneeRangeDb.Require(KneeDb);

    /// <summary>The most that it turns down, dB.</summary>
    public double RangeDb { get; init => field = RangeRangeDb.Require(value, nameof(RangeDb)); } =
        RangeRangeDb.Require(RangeDb);

    /// <inheritdoc/>
    public override string Name => "Expander";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Display =>
    [
        ParameterText.Db("Threshold", ThresholdDb),
        ParameterText.Ratio("Ratio", Ratio),
        ParameterText.Ms("Attack", AttackMs),
        ParameterText.Ms("Release", ReleaseMs),
        ParameterText.Db("Knee", KneeDb),
        ParameterText.Db("Range", RangeDb),
        ParameterText.Detection(Detection),
    ];
}
