using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Semantics.Roles;

/// <summary>The measures that the role is told from: timbre, balance, attacks, harmony. All are there without a name and none is a level.</summary>
internal static class RoleSigns
{
    private const int CoefficientCount = 13, ContrastBandCount = 7, StrongestPitches = 3;

    /// <summary>All of them, in the order of the model's weights.</summary>
    public static IReadOnlyList<RoleSign> All { get; } = [.. Balance(), .. Timbre(), .. Playing(), .. Harmony()];

    private static IEnumerable<RoleSign> Balance() => TonalBalanceBands.Names.Select((name, band) => new RoleSign(
        $"energy in the {name}",
        analysis => analysis.Extended.TonalBalance.Count > band ? 100 * analysis.Extended.TonalBalance[band] : null,
        "%",
        percent => Math.Max(-50, 10 * Math.Log10((percent / 100) + 1e-9))));

    private static IEnumerable<RoleSign> Timbre()
    {
        yield return Feature(FeatureIds.SpectralCentroid, "brightness", Log(1));
        yield return Feature(FeatureIds.SpectralRolloff, "roll-off", Log(1));
        yield return Feature(FeatureIds.ZeroCrossingRate, "zero crossings", Log(1e-3));
        yield return Feature(FeatureIds.SpectralContrast, "spectral contrast", value => value);
        for (int band = 0; band < ContrastBandCount; band++)
        {
            int at = band;
            yield return new RoleSign(
                $"contrast of octave {band + 1}",
                analysis => analysis.Features.Find(FeatureIds.SpectralContrast) is { } contrast && contrast.Detail.Count > at ? contrast.Detail[at] : null,
                "dB",
                value => value)
            {
                IsPlain = false,
            };
        }

        // The first coefficient is the level.
        for (int number = 2; number <= CoefficientCount; number++)
        {
            yield return Feature(FeatureCatalog.MfccId(number), $"timbre coefficient {number}", value => value) with { IsPlain = false };
        }
    }

    private static IEnumerable<RoleSign> Playing()
    {
        yield return Feature(FeatureIds.CrestFactor, "crest factor", value => value);
        yield return new RoleSign("peak to loudness", analysis => analysis.Extended.Loudness.PeakToLoudnessLu, "LU", value => value);
        yield return Feature(FeatureIds.DynamicRange, "dynamic range", Log(0.5));
        yield return Feature(FeatureIds.PercussiveRatio, "percussive share", share => Math.Log((share + 1e-3) / (1 - share + 1e-3)));
        yield return new RoleSign("percussive share of the low end", analysis => analysis.Extended.LowEndPercussiveShare, "", value => value);
        yield return Feature(FeatureIds.ArrangementDensity, "arrangement density", value => value);
        yield return Feature(FeatureIds.PunchFactor, "punch", value => value);
        yield return Feature(FeatureIds.Loopability, "loopability", value => value);
        yield return Feature(FeatureIds.OnsetDensity, "onsets per second", Log(0.1));
    }

    private static IEnumerable<RoleSign> Harmony()
    {
        yield return Feature(FeatureIds.TonnetzChange, "harmonic change", Log(1e-2));
        yield return new RoleSign("clear pitches", analysis => analysis.Extended.Chords.Count > 0 ? 1 : 0, "", value => value) { IsPlain = false };
        yield return new RoleSign("chord changes per second", analysis => analysis.Extended.Chords.Count / analysis.DurationSeconds, "", value => value);
        yield return new RoleSign(
            "clearness of the chords",
            analysis => analysis.Extended.Chords.Count > 0 ? analysis.Extended.Chords.Average(chord => chord.Confidence) : null,
            "",
            value => value);
        yield return new RoleSign("share of the three strongest pitches", StrongestPitchShare, "", value => value);
    }

    private static double? StrongestPitchShare(TrackAnalysis analysis) =>
        analysis.Features.Find(FeatureIds.Key) is { Detail.Count: > 0 } key && key.Detail.Sum() is > 0 and double sum
            ? key.Detail.OrderDescending().Take(StrongestPitches).Sum() / sum
            : null;

    private static RoleSign Feature(string id, string name, Func<double, double> scaled)
    {
        string unit = FeatureCatalog.Get(id).Unit;
        return new RoleSign(name, analysis => analysis.Features.Number(id), unit is "0–1" or "1/s" ? "" : unit, scaled);
    }

    private static Func<double, double> Log(double least) => value => Math.Log(Math.Max(value, least));
}
