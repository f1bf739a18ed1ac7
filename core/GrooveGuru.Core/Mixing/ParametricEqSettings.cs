using System.Globalization;

namespace GrooveGuru.Core.Mixing;

/// <summary>A parametric EQ: bands in series.</summary>
/// <param name="Bands">The bands in signal order, at most <see cref="MaxBands"/>; none leaves the signal as it is.</param>
/// <exception cref="ArgumentException">There are too many bands, or one is missing.</exception>
public sealed record ParametricEqSettings(IReadOnlyList<EqBand> Bands) : ProcessorSettings
{
    /// <summary>The most bands there may be.</summary>
    public const int MaxBands = 24;

    /// <summary>The bands in signal order.</summary>
    public IReadOnlyList<EqBand> Bands { get; init => field = Checked(value); } = Checked(Bands);

    /// <inheritdoc/>
    public override string Name => "Parametric EQ";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Display
    {
        get
        {
            var display = new List<KeyValuePair<string, string>>();
            for (int index = 0; index < Bands.Count; index++)
            {
                EqBand band = Bands[index];
                string prefix = Bands.Count == 1
                    ? string.Empty
                    : string.Create(CultureInfo.InvariantCulture, $"Band {index + 1} ");
                display.Add(new(prefix + "Type", KindName(band.Kind)));
                display.Add(ParameterText.Hz(prefix + "Frequency", band.FrequencyHz));
                if (band.HasGain)
                {
                    display.Add(ParameterText.Db(prefix + "Gain", band.GainDb));
                }

                display.Add(ParameterText.Number(prefix + "Q", band.Q));
            }

            return display;
        }
    }

    /// <summary>What a band's shape is called: "Low shelf".</summary>
    public static string KindName(EqBandKind kind) => kind switch
    {
        EqBandKind.Bell => "Bell",
        EqBandKind.LowShelf => "Low shelf",
        EqBandKind.HighShelf => "High shelf",
        EqBandKind.HighPass => "High pass",
        EqBandKind.LowPass => "Low pass",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such band."),
    };

    /// <summary>Whether the bands are the same, in the same order.</summary>
    public bool Equals(ParametricEqSettings? other) => other is not null && Bands.SequenceEqual(other.Bands);

    /// <inheritdoc/>
    public override int GetHashCode() => Bands.Aggregate(Bands.Count, HashCode.Combine);

    private static EqBand[] Checked(IReadOnlyList<EqBand> bands)
    {
        ArgumentNullException.ThrowIfNull(bands);
        if (bands.Count > MaxBands || bands.Any(band => band is null))
        {
            throw new ArgumentException($"There may be at most {MaxBands} bands, and none may be missing.", nameof(bands));
        }

        return [.. bands];
    }
}
