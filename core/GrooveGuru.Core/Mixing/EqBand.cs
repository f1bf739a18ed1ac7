namespace GrooveGuru.Core.Mixing;

/// <summary>One band of the parametric EQ.</summary>
/// <param name="Kind">Its shape.</param>
/// <param name="FrequencyHz">Centre or corner, Hz, 10 … 24000; above the Nyquist frequency it acts just below it.</param>
/// <param name="GainDb">Gain at the centre or on the shelf, dB, −24 … 24; not read by the passes.</param>
/// <param name="Q">Centre over bandwidth, 0.1 … 18; 0.71 gives a shelf or pass without a bump.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
public sealed record EqBand(EqBandKind Kind, double FrequencyHz, double GainDb, double Q)
{
    /// <summary>What the frequency may be, Hz.</summary>
    public static ParameterRange FrequencyRangeHz { get; } = new(10, 24000);

    /// <summary>What the gain may be, dB.</summary>
    public static ParameterRange GainRangeDb { get; } = new(-24, 24);

    /// <summary>What Q may be.</summary>
    public static ParameterRange QRange { get; } = new(0.1, 18);

    /// <summary>Centre or corner, Hz.</summary>
    public double FrequencyHz { get; init => field = FrequencyRangeHz.Require(value, nameof(FrequencyHz)); } =
        FrequencyRangeHz.Require(FrequencyHz);

    /// <summary>Gain, dB.</summary>
    public double GainDb { get; init => field = GainRangeDb.Require(value, nameof(GainDb)); } = GainRangeDb.Require(GainDb);

    /// <summary>Centre over bandwidth.</summary>
    public double Q { get; init => field = QRange.Require(value, nameof(Q)); } = QRange.Require(Q);

    /// <summary>Whether the gain is read.</summary>
    public bool HasGain => Kind is EqBandKind.Bell or EqBandKind.LowShelf or EqBandKind.HighShelf;
}
