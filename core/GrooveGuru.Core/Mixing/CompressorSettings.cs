namespace GrooveGuru.Core.Mixing;

/// <summary>A feed-forward compressor that hears the louder channel and turns both down alike.</summary>
/// <param name="ThresholdDb">Level from which on it acts, dBFS, −60 … 0.</param>
/// <param name="Ratio">
/// Rise of the input over rise of the output above the threshold, 0.25 … 20; 1 does nothing, below 1 it expands upwards:
/// what lies above the threshold gets louder.
/// </param>
/// <param name="AttackMs">Time to 63 % of a larger change of gain, ms, 0.1 … 500.</param>
/// <param name="ReleaseMs">Time to 63 % of the way back, ms, 1 … 5000.</param>
/// <param name="KneeDb">Width of the bend around the threshold, dB, 0 … 24.</param>
/// <param name="MakeupDb">Gain after it, dB, −24 … 24.</param>
/// <param name="Detection">What it takes for the level.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
public sealed record CompressorSettings(
    double ThresholdDb,
    double Ratio,
    double AttackMs,
    double ReleaseMs,
    double KneeDb,
    double MakeupDb,
    LevelDetection Detection = LevelDetection.Peak) : ProcessorSettings
{
    /// <summary>What the threshold may be, dBFS.</summary>
    public static ParameterRange ThresholdRangeDb { get; } = new(-60, 0);

    /// <summary>What the ratio may be.</summary>
    public static ParameterRange RatioRange { get; } = new(0.25, 20);

    /// <summary>What the attack may be, ms.</summary>
    public static ParameterRange AttackRangeMs { get; } = new(0.1, 500);

    /// <summary>What the release may be, ms.</summary>
    public static ParameterRange ReleaseRangeMs { get; } = new(1, 5000);

    /// <summary>What the knee may be, dB.</summary>
    public static ParameterRange KneeRangeDb { get; } = new(0, 24);

    /// <summary>What the gain after it may be, dB.</summary>
    public static ParameterRange MakeupRangeDb { get; } = new(-24, 24);

    /// <summary>Level from which on it acts, dBFS.</summary>
    public double ThresholdDb { get; init => field = ThresholdRangeDb.Require(value, nameof(ThresholdDb)); } =
        ThresholdRangeDb.Require(ThresholdDb);

    /// <summary>Rise of the input over rise of the output above the threshold.</summary>
    public double Ratio { get; init => field = RatioRange.Require(value, nameof(Ratio)); } = RatioRange.Require(Ratio);

    /// <summary>Time to 63 % of a larger change of gain, ms.</summary>
    public double AttackMs { get; init => field = AttackRangeMs.Require(value, nameof(AttackMs)); } =
        AttackRangeMs.Require(AttackMs);

    /// <summary>Time to 63 % of the way back, ms.</summary>
    public double ReleaseMs { get; init => field = ReleaseRangeMs.Require(value, nameof(ReleaseMs)); } =
        ReleaseRangeMs.Require(ReleaseMs);

    /// <summary>Width of the bend around the threshold, dB.</summary>
    public double KneeDb { get; init => field = KneeRangeDb.Require(value, nameof(KneeDb)); } = KneeRangeDb.Require(KneeDb);

    /// <summary>Gain after it, dB.</summary>
    public double MakeupDb { get; init => field = MakeupRangeDb.Require(value, nameof(MakeupDb)); } =
        MakeupRangeDb.Require(MakeupDb);

    /// <inheritdoc/>
    public override string Name => "Compressor";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Display =>
    [
        ParameterText.Db("Threshold", ThresholdDb),
        ParameterText.Ratio("Ratio", Ratio),
        ParameterText.Ms("Attack", AttackMs),
        ParameterText.Ms("Release", ReleaseMs),
        ParameterText.Db("Knee", KneeDb),
        ParameterText.Db("Make-up", MakeupDb),
        ParameterText.Detection(Detection),
    ];
}
