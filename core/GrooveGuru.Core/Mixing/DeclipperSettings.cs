namespace GrooveGuru.Core.Mixing;

/// <summary>A declipper: rebuilds peaks that were cut off flat. It and the limiter are the only processors here that delay.</summary>
/// <param name="ThresholdDbfs">Sample level from which on samples count as clipped, dBFS, −24 … 0.</param>
/// <param name="MaxRiseDb">The most that a rebuilt peak rises over the threshold, dB, 0 … 12; 0 rebuilds nothing.</param>
/// <param name="OutputDb">Gain after it, dB, −24 … 24: room for the rebuilt peaks.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
public sealed record DeclipperSettings(double ThresholdDbfs, double MaxRiseDb, double OutputDb) : ProcessorSettings
{
    /// <summary>What the threshold may be, dBFS.</summary>
    public static ParameterRange ThresholdRangeDbfs { get; } = new(-24, 0);

    /// <summary>What the rise may be, dB.</summary>
    public static ParameterRange MaxRiseRangeDb { get; } = new(0, 12);

    /// <summary>What the gain after it may be, dB.</summary>
    public static ParameterRange OutputRangeDb { get; } = new(-24, 24);

    /// <summary>Sample level from which on samples count as clipped, dBFS.</summary>
    public double ThresholdDbfs { get; init => field = ThresholdRangeDbfs.Require(value, nameof(ThresholdDbfs)); } =
        ThresholdRangeDbfs.Require(ThresholdDbfs);

    /// <summary>The most that a rebuilt peak rises over the threshold, dB.</summary>
    public double MaxRiseDb { get; init => field = MaxRiseRangeDb.Require(value, nameof(MaxRiseDb)); } =
        MaxRiseRangeDb.Require(MaxRiseDb);

    /// <summary>Gain after it, dB.</summary>
    public double OutputDb { get; init => field = OutputRangeDb.Require(value, nameof(OutputDb)); } =
        OutputRangeDb.Require(OutputDb);

    /// <inheritdoc/>
    public override string Name => "Declipper";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Display =>
    [
        ParameterText.Dbfs("Threshold", ThresholdDbfs),
        ParameterText.Db("Largest rise", MaxRiseDb),
        ParameterText.Db("Output", OutputDb),
    ];
}
