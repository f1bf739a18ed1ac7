namespace GrooveGuru.Core.Mixing;

/// <summary>A change of level.</summary>
/// <param name="GainDb">Gain, dB, −60 … 36; 0 leaves the signal as it is.</param>
/// <exception cref="ArgumentOutOfRangeException">The gain lies outside its range.</exception>
public sealed record GainSettings(double GainDb) : ProcessorSettings
{
    /// <summary>What the gain may be, dB.</summary>
    public static ParameterRange GainRangeDb { get; } = new(-60, 36);

    /// <summary>Gain, dB.</summary>
    public double GainDb { get; init => field = GainRangeDb.Require(value, nameof(GainDb)); } =
        GainRangeDb.Require(GainDb);

    /// <inheritdoc/>
    public override string Name => "Gain";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Display => [ParameterText.Db("Gain", GainDb)];
}
