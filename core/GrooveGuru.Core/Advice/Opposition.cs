using System.Globalization;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice;

/// <summary>Finds out whether two chains undo each other, from what they do and not from which rule made them.</summary>
internal static class Opposition
{
    // Both at least this much, in opposite directions, at one frequency: less is the skirt of a neighbour.
    private const double LeastDb = 1.5;
    private const int BandsPerOctave = 3;
    private const double LowestHz = 25;
    private const double HighestHz = 16000;

    /// <summary>Where two chains work against each other, as the beginning of a sentence; null where they do not.</summary>
    internal static string? Between(IReadOnlyList<ProcessorSettings> one, IReadOnlyList<ProcessorSettings> other) =>
        OfEqualisers([.. Bands(one)], [.. Bands(other)])
        ?? (Opposed(one, other, settings => settings is CompressorSettings { Ratio: > 1 }, settings => settings is CompressorSettings { Ratio: < 1 })
            ? "One takes away the peaks that the other brings back" : null)
        ?? (Opposed(
            one, other, settings => settings is StereoWidthSettings { WidthPercent: > 100 }, settings => settings is StereoWidthSettings { WidthPercent: < 100 })
            ? "One widens what the other narrows" : null)
        ?? (Opposed(one, other, settings => settings is GainSettings { GainDb: > 0 }, settings => settings is GainSettings { GainDb: < 0 })
            && one.Count == 1 && other.Count == 1
            ? "One turns up what the other turns down" : null);

    private static IEnumerable<EqBand> Bands(IReadOnlyList<ProcessorSettings> chain) =>
        chain.OfType<ParametricEqSettings>().SelectMany(eq => eq.Bands).Where(band => band.HasGain);

    private static bool Opposed(
        IReadOnlyList<ProcessorSettings> one, IReadOnlyList<ProcessorSettings> other, Func<ProcessorSettings, bool> up, Func<ProcessorSettings, bool> down) =>
        (one.Any(up) && other.Any(down)) || (one.Any(down) && other.Any(up));

    private static string? OfEqualisers(EqBand[] one, EqBand[] other)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return null;
        }

        (double Hz, double Db) worst = (0, 0);
        int bands = (int)(BandsPerOctave * Math.Log2(HighestHz / LowestHz));
        for (int band = 0; band <= bands; band++)
        {
            double hz = LowestHz * Math.Pow(2, (double)band / BandsPerOctave);
            double oneDb = GainDb(one, hz), otherDb = GainDb(other, hz);
            double opposedDb = oneDb * otherDb < 0 ? Math.Min(Math.Abs(oneDb), Math.Abs(otherDb)) : 0;
            worst = opposedDb > worst.Db ? (hz, opposedDb) : worst;
        }

        return worst.Db < LeastDb ? null : worst.Hz >= 1000
            ? string.Create(CultureInfo.InvariantCulture, $"One cuts around {worst.Hz / 1000:0.0} kHz what the other boosts")
            : string.Create(CultureInfo.InvariantCulture, $"One cuts around {worst.Hz:0} Hz what the other boosts");
    }

    private static double GainDb(EqBand[] bands, double hz) =>
        bands.Sum(band => AnalogueBand.For(band).MagnitudeDb(hz * hz / (band.FrequencyHz * band.FrequencyHz)));
}
