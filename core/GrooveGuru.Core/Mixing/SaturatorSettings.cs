namespace GrooveGuru.Core.Mixing;

/// <summary>A saturator: louder into a curve that bends, and back.</summary>
/// <param name="DriveDb">Gain before the curve, dB, 0 … 36.</param>
/// <param name="MixPercent">Share of the saturated signal, %, 0 … 100; the rest is the input.</param>
/// <param name="OutputDb">Gain after all, dB, −24 … 12.</param>
/// <param name="Curve">How it bends.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
public sealed record SaturatorSettings(
    double DriveDb, double MixPercent, double OutputDb, SaturationCurve Curve = SaturationCurve.Tanh) : ProcessorSettings
{
    /// <summary>What the drive may be, dB.</summary>
    public static ParameterRange DriveRangeDb { get; } = new(0, 36);

    /// <summary>What the share of the saturated signal may be, %.</summary>
    public static ParameterRange MixRangePercent { get; } = new(0, 100);

    /// <summary>What the gain after it may be, dB.</summary>
    public static ParameterRange OutputRangeDb { get; } = new(-24, 12);

    /// <summary>Gain before the curve, dB.</summary>
    public double DriveDb { get; init => field = DriveRangeDb.Require(value, nameof(DriveDb)); } =
        DriveRangeDb.Require(DriveDb);

    /// <summary>Share of the saturated signal, %.</summary>
    public double MixPercent { get; init => field = MixRangePercent.Require(value, nameof(MixPercent)); } =
        MixRangePercent.Require(MixPercent);

    /// <summary>Gain after all, dB.</summary>
    public double OutputDb { get; init => field = OutputRangeDb.Require(value, nameof(OutputDb)); } =
        OutputRangeDb.Require(OutputDb);

    /// <inheritdoc/>
    public override string Name => "Saturator";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Display =>
    [
        new("Curve", Curve == SaturationCurve.SoftClip ? "soft clip" : "tanh"),
        ParameterText.Db("Drive", DriveDb),
        ParameterText.Percent("Mix", MixPercent),
        ParameterText.Db("Output", OutputDb),
    ];
}
