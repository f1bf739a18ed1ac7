namespace GrooveGuru.Core.Mixing;

/// <summary>A delay with its own time on each side, filters in its loop, and ping-pong.</summary>
/// <param name="LeftMs">Time of the left side, ms, 1 … 2000; <see cref="NoteLength"/> has note values. A mono signal uses this one.</param>
/// <param name="RightMs">Time of the right side, ms, 1 … 2000.</param>
/// <param name="FeedbackPercent">Level of an echo over the one before, %, 0 … 98.</param>
/// <param name="LowCutHz">Each round loses 6 dB per octave below this, Hz, 0 … 2000; 0 is off.</param>
/// <param name="HighCutHz">Each round loses 6 dB per octave above this, Hz, 500 … 20000; 20000 is off.</param>
/// <param name="PingPong">Both sides enter left together, and each echo answers on the other side.</param>
/// <param name="MixPercent">Share of the echoes, %, 0 … 100; the rest is the input.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
public sealed record StereoDelaySettings(
    double LeftMs,
    double RightMs,
    double FeedbackPercent,
    double LowCutHz,
    double HighCutHz,
    bool PingPong,
    double MixPercent) : ProcessorSettings
{
    /// <summary>What the times may be, ms.</summary>
    public static ParameterRange TimeRangeMs { get; } = new(1, 2000);

    /// <summary>What the feedback may be, %.</summary>
    public static ParameterRange FeedbackRangePercent { get; } = new(0, 98);

    /// <summary>What the low cut may be, Hz.</summary>
    public static ParameterRange LowCutRangeHz { get; } = new(0, 2000);

    /// <summary>What the high cut may be, Hz.</summary>
    public static ParameterRange HighCutRangeHz { get; } = new(500, 20000);

    /// <summary>What the share of the echoes may be, %.</summary>
    public static ParameterRange MixRangePercent { get; } = new(0, 100);

    /// <summary>Time of the left side, ms.</summary>
    public double LeftMs { get; init => field = TimeRangeMs.Require(value, nameof(LeftMs)); } = TimeRangeMs.Require(LeftMs);

    /// <summary>Time of the right side, ms.</summary>
    public double RightMs { get; init => field = TimeRangeMs.Require(value, nameof(RightMs)); } = TimeRangeMs.Require(RightMs);

    /// <summary>Level of an echo over the one before, %.</summary>
    public double FeedbackPercent { get; init => field = FeedbackRangePercent.Require(value, nameof(FeedbackPercent)); } =
        FeedbackRangePercent.Require(FeedbackPercent);

    /// <summary>Low cut of the loop, Hz; 0 is off.</summary>
    public double LowCutHz { get; init => field = LowCutRangeHz.Require(value, nameof(LowCutHz)); } =
        LowCutRangeHz.Require(LowCutHz);

    /// <summary>High cut of the loop, Hz; 20000 is off.</summary>
    public double HighCutHz { get; init => field = HighCutRangeHz.Require(value, nameof(HighCutHz)); } =
        HighCutRangeHz.Require(HighCutHz);

    /// <summary>Share of the echoes, %.</summary>
    public double MixPercent { get; init => field = MixRangePercent.Require(value, nameof(MixPercent)); } =
        MixRangePercent.Require(MixPercent);

    /// <summary>Whether the high cut works.</summary>
    public bool HasHighCut => HighCutHz < 20000;

    /// <inheritdoc/>
    public override string Name => "Stereo Delay";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Display =>
    [
        ParameterText.Ms("Left", LeftMs),
        ParameterText.Ms("Right", RightMs),
        ParameterText.Percent("Feedback", FeedbackPercent),
        LowCutHz > 0 ? ParameterText.Hz("Low cut", LowCutHz) : new("Low cut", "off"),
        HasHighCut ? ParameterText.Hz("High cut", HighCutHz) : new("High cut", "off"),
        new("Ping-pong", PingPong ? "on" : "off"),
        ParameterText.Percent("Mix", MixPercent),
    ];
}
