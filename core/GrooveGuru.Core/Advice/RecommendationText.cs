using System.Globalization;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice;

/// <summary>The sentences of a recommendation, made from its data.</summary>
public static class RecommendationText
{
    /// <summary>All of it: what to do, why, and what came out when it was tried.</summary>
    public static string Write(Recommendation recommendation)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        return string.Join(
            ' ',
            new[] { $"{Action(recommendation.Chain)}.", Why(recommendation), Tried(recommendation) }
                .Where(sentence => sentence.Length > 0));
    }

    /// <summary>What to do: "Cut 3.0 dB at 220 Hz (Q 1.2), then turn down by 1.5 dB".</summary>
    /// <param name="chain">The change in signal order.</param>
    /// <returns>A sentence without its full stop; "Change nothing" for an empty chain.</returns>
    public static string Action(IReadOnlyList<ProcessorSettings> chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        string[] actions = [.. chain.SelectMany(Actions)];
        if (actions.Length == 0)
        {
            return "Change nothing";
        }

        string all = string.Join(", then ", actions);
        return char.ToUpperInvariant(all[0]) + all[1..];
    }

    /// <summary>Why: the measured causes with their thresholds; empty without causes.</summary>
    public static string Why(Recommendation recommendation)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        IEnumerable<string> causes = recommendation.Because.Select(reason =>
        {
            MeasureInfo info = MeasureInfo.Of(reason.FeatureId);
            return $"{reason.Meaning} (Measured: {info.Name} {info.Write(reason.Measured)}, "
                + $"limit {info.Write(reason.Threshold)}.)";
        });
        return recommendation.Because.Count == 0 ? string.Empty : $"Why: {string.Join(' ', causes)}";
    }

    /// <summary>What was measured when it was tried; empty without evidence.</summary>
    public static string Tried(Recommendation recommendation)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        IEnumerable<string> measures = recommendation.Evidence.Select(evidence =>
        {
            MeasureInfo info = MeasureInfo.Of(evidence.FeatureId);
            return $"{info.Name} {info.Write(evidence.Before)} -> {info.Write(evidence.After)}";
        });
        return recommendation.Evidence.Count == 0 ? string.Empty : $"We tried it: {string.Join(", ", measures)}.";
    }

    private static IEnumerable<string> Actions(ProcessorSettings settings) => settings switch
    {
        GainSettings gain => [string.Create(
            CultureInfo.InvariantCulture, $"turn {(gain.GainDb < 0 ? "down" : "up")} by {Math.Abs(gain.GainDb):0.0} dB")],
        ParametricEqSettings eq => eq.Bands.Select(Band),
        CompressorSettings compressor => [Compression(compressor)],
        StereoWidthSettings width => Width(width),
        LimiterSettings limiter => [string.Create(CultureInfo.InvariantCulture, $"limit to {limiter.CeilingDbtp:0.0} dBTP")],
        _ => [settings.Name],
    };

    private static string Band(EqBand band)
    {
        string frequency = ParameterText.Hz(band.FrequencyHz);
        string verb = band.GainDb < 0 ? "cut" : "boost";
        string gain = string.Create(CultureInfo.InvariantCulture, $"{verb} {Math.Abs(band.GainDb):0.0} dB");
        string q = string.Create(CultureInfo.InvariantCulture, $"(Q {band.Q:0.0#})");
        return band.Kind switch
        {
            EqBandKind.LowShelf => $"{gain} below {frequency} (low shelf)",
            EqBandKind.HighShelf => $"{gain} above {frequency} (high shelf)",
            EqBandKind.HighPass => $"take away what lies below {frequency}",
            EqBandKind.LowPass => $"take away what lies above {frequency}",
            _ => $"{gain} at {frequency} {q}",
        };
    }

    private static string Compression(CompressorSettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(settings.Ratio < 1 ? "expand upwards" : "compress")} {settings.Ratio:0.0#}:1 above {settings.ThresholdDb:0} dB "
        + $"(attack {settings.AttackMs:0} ms, release {settings.ReleaseMs:0} ms, make-up {settings.MakeupDb:0.0} dB)");

    private static IEnumerable<string> Width(StereoWidthSettings settings)
    {
        if (settings.InvertRight)
        {
            yield return "turn the polarity of the right channel";
        }

        if (settings.WidthPercent != 100)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"set the stereo width to {settings.WidthPercent:0} %");
        }

        if (settings.BassMonoBelowHz > 0)
        {
            yield return $"make what lies below {ParameterText.Hz(settings.BassMonoBelowHz)} mono";
        }
    }
}
