namespace GrooveGuru.Core.Mixing;

/// <summary>A room. Where nothing is cut or damped, wet noise is within 2 dB as loud as dry noise.</summary>
/// <param name="DecaySeconds">
/// Time in which the middle falls by 60 dB, seconds, 0.1 … 10; the middle is 1 kHz, or two octaves below a crossover under 4 kHz.
/// </param>
/// <param name="HighDecayRatio">The same time far above the crossover, over that of the middle, 0.2 … 1.</param>
/// <param name="CrossoverHz">Where the decay turns from the middle's to that of the highs, Hz, 1000 … 12000.</param>
/// <param name="SizePercent">Size of the room, %, 0 … 100: larger ones echo later and sparser.</param>
/// <param name="PreDelayMs">Time before the room answers, ms, 0 … 250.</param>
/// <param name="LowCutHz">The room hears 6 dB per octave less below this, Hz, 20 … 1000.</param>
/// <param name="HighCutHz">The room hears 6 dB per octave less above this, Hz, 1000 … 20000.</param>
/// <param name="WidthPercent">Level of the answer's side, %, 0 … 100; 0 is mono.</param>
/// <param name="MixPercent">Share of the room, %, 0 … 100; the rest is the input.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
public sealed record ReverbSettings(
    double DecaySeconds,
    double HighDecayRatio,
    double CrossoverHz,
    double SizePercent,
    double PreDelayMs,
    double LowCutHz,
    double HighCutHz,
    double WidthPercent,
    double MixPercent) : ProcessorSettings
{
    /// <summary>What the decay may be, seconds.</summary>
    public static ParameterRange DecayRangeSeconds { get; } = new(0.1, 10);

    /// <summary>What the highs' share of the decay may be.</summary>
    public static ParameterRange HighDecayRatioRange { get; } = new(0.2, 1);

    /// <summary>What the crossover may be, Hz.</summary>
    public static ParameterRange CrossoverRangeHz { get; } = new(1000, 12000);

    /// <summary>What the size, the width and the share of the room may be, %.</summary>
    public static ParameterRange PercentRange { get; } = new(0, 100);

    /// <summary>What the time before it may be, ms.</summary>
    public static ParameterRange PreDelayRangeMs { get; } = new(0, 250);

    /// <summary>What the low cut may be, Hz.</summary>
    public static ParameterRange LowCutRangeHz { get; } = new(20, 1000);

    /// <summary>What the high cut may be, Hz.</summary>
    public static ParameterRange HighCutRangeHz { get; } = new(1000, 20000);

    /// <summary>Time in which the middle falls by 60 dB, seconds.</summary>
    public double DecaySeconds { get; init => field = DecayRangeSeconds.Require(value, nameof(DecaySeconds)); } =
        DecayRangeSeconds.Require(DecaySeconds);

    /// <summary>The highs' decay over the middle's.</summary>
    public double HighDecayRatio { get; init => field = HighDecayRatioRange.Require(value, nameof(HighDecayRatio)); } =
        HighDecayRatioRange.Require(HighDecayRatio);

    /// <summary>Where the decay turns, Hz.</summary>
    public double CrossoverHz { get; init => field = CrossoverRangeHz.Require(value, nameof(CrossoverHz)); } =
        CrossoverRangeHz.Require(CrossoverHz);

    /// <summary>Size of the room, %.</summary>
    public double SizePercent { get; init => field = PercentRange.Require(value, nameof(SizePercent)); } =
        PercentRange.Require(SizePercent);

    /// <summary>Time before the room answers, ms.</summary>
    public double PreDelayMs { get; init => field = PreDelayRangeMs.Require(value, nameof(PreDelayMs)); } =
        PreDelayRangeMs.Require(PreDelayMs);

    /// <summary>Low cut, Hz.</summary>
    public double LowCutHz { get; init => field = LowCutRangeHz.Require(value, nameof(LowCutHz)); } =
        LowCutRangeHz.Require(LowCutHz);

    /// <summary>High cut, Hz.</summary>
    public double HighCutHz { get; init => field = HighCutRangeHz.Require(value, nameof(HighCutHz)); } =
        HighCutRangeHz.Require(HighCutHz);

    /// <summary>Level of the answer's side, %.</summary>
    public double WidthPercent { get; init => field = PercentRange.Require(value, nameof(WidthPercent)); } =
        PercentRange.Require(WidthPercent);

    /// <summary>Share of the room, %.</summary>
    public double MixPercent { get; init => field = PercentRange.Require(value, nameof(MixPercent)); } =
        PercentRange.Require(MixPercent);

    /// <inheritdoc/>
    public override string Name => "Reverb";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Display =>
    [
        ParameterText.Seconds("Decay", DecaySeconds),
        ParameterText.Percent("High decay", 100 * HighDecayRatio),
        ParameterText.Hz("Crossover", CrossoverHz),
        ParameterText.Percent("Size", SizePercent),
        ParameterText.Ms("Pre-delay", PreDelayMs),
        ParameterText.Hz("Low cut", LowCutHz),
        ParameterText.Hz("High cut", HighCutHz),
        ParameterText.Percent("Width", WidthPercent),
        ParameterText.Percent("Mix", MixPercent),
    ];
}
