namespace GrooveGuru.Core.Mixing;

/// <summary>A true-peak limiter with look-ahead. It and the declipper are the only processors here that delay.</summary>
/// <param name="CeilingDbtp">The true peak that comes out at most, dBTP, −24 … 0.</param>
/// <param name="ReleaseMs">Time to 63 % of the way back, ms, 5 … 2000.</param>
/// <param name="InputGainDb">Gain before it, dB, −24 … 24.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
public sealed record LimiterSettings(double CeilingDbtp, double ReleaseMs, double InputGainDb) : ProcessorSettings
{
    /// <summary>What the ceiling may be, dBTP.</summary>
    public static ParameterRange CeilingRangeDbtp { get; } = new(-24, 0);

    /// <summary>What the release may be, ms.</summary>
    public static ParameterRange ReleaseRangeMs { get; } = new(5, 2000);

    /// <summary>What the gain before it may be, dB.</summary>
    public static ParameterRange InputGainRangeDb { get; } = new(-24, 24);

    /// <summary>The true peak that comes out at most, dBTP.</summary>
    public double CeilingDbtp { get; init => field = CeilingRangeDbtp.Require(value, nameof(CeilingDbtp)); } =
        CeilingRangeDbtp.Require(CeilingDbtp);

    /// <summary>Time to 63 % of the way back, ms.</summary>
    public double ReleaseMs { get; init => field = ReleaseRangeMs.Require(value, nameof(ReleaseMs)); } =
        ReleaseRangeMs.Require(ReleaseMs);

    /// <summary>Gain before it, dB.</summary>
    public double InputGainDb { get; init => field = InputGainRangeDb.Require(value, nameof(InputGainDb)); } =
        InputGainRangeDb.Require(InputGainDb);

    /// <inheritdoc/>
    public override string Name => "Limiter";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Display =>
    [
        ParameterText.Dbtp("Ceiling", CeilingDbtp),
        ParameterText.Ms("Release", ReleaseMs),
        ParameterText.Db("Input gain", InputGainDb),
    ];
}
