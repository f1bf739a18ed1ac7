namespace GrooveGuru.Core.Mixing;

/// <summary>
/// The width of a stereo signal by mid and side, and where its middle stands. A mono signal passes unchanged, and more than two channels too.
/// </summary>
/// <param name="WidthPercent">Level of the side, %, 0 … 400; 100 leaves it, 0 is mono.</param>
/// <param name="BassMonoBelowHz">The side is taken away below this, Hz, 0 … 500; 0 is off.</param>
/// <param name="InvertRight">Turns the polarity of the right channel before all else.</param>
/// <param name="BalanceDb">Level of the left channel over the right one that is added after all else, dB, -24 … 24: half up, half down.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
public sealed record StereoWidthSettings(double WidthPercent, double BassMonoBelowHz, bool InvertRight = false, double BalanceDb = 0)
    : ProcessorSettings
{
    /// <summary>What the width may be, %.</summary>
    public static ParameterRange WidthRangePercent { get; } = new(0, 400);

    /// <summary>What the mono frequency may be, Hz.</summary>
    public static ParameterRange BassMonoRangeHz { get; } = new(0, 500);

    /// <summary>What the balance may be, dB.</summary>
    public static ParameterRange BalanceRangeDb { get; } = new(-24, 24);

    /// <summary>Level of the side, %.</summary>
    public double WidthPercent { get; init => field = WidthRangePercent.Require(value, nameof(WidthPercent)); } =
        WidthRangePercent.Require(WidthPercent);

    /// <summary>The side is taken away below this, Hz; 0 is off.</summary>
    public double BassMonoBelowHz { get; init => field = BassMonoRangeHz.Require(value, nameof(BassMonoBelowHz)); } =
        BassMonoRangeHz.Require(BassMonoBelowHz);

    /// <summary>Level of the left channel over the right one that is added, dB.</summary>
    public double BalanceDb { get; init => field = BalanceRangeDb.Require(value, nameof(BalanceDb)); } = BalanceRangeDb.Require(BalanceDb);

    /// <inheritdoc/>
    public override string Name => "Stereo Width";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Display =>
    [
        ParameterText.Percent("Width", WidthPercent),
        BassMonoBelowHz > 0 ? ParameterText.Hz("Bass mono below", BassMonoBelowHz) : new("Bass mono below", "off"),
        new("Invert right", InvertRight ? "on" : "off"),
        ParameterText.Db("Left over right", BalanceDb),
    ];
}
