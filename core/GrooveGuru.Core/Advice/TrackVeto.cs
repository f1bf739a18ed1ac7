using System.Globalization;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice;

/// <summary>What the state of a track forbids, whichever rule proposes it: no boost of a top that is bright already, no widening of what mono loses.</summary>
internal static class TrackVeto
{
    // Healthy development mixes reach 3.5 dB over the reference: a top over this needs no more of it.
    private const double BrightDb = 4;
    private const double TopHz = 4000;
    private const double LeastBoostDb = 1;
    private const double LeastCorrelation = 0.2;

    // Two channels that have nothing to do with each other lose 3 LU.
    private const double MostMonoLossLu = 3;

    /// <summary>Why advice must not be given on a track, one sentence; null where it may.</summary>
    /// <param name="recommendation">Advice that was tried.</param>
    /// <param name="measure">A measure of the track as it is.</param>
    internal static string? Against(Recommendation recommendation, Func<string, double?> measure)
    {
        if (recommendation.Chain.Any(BoostsTop) && measure(MeasureIds.BrightnessExcessDb) is double excessDb && excessDb > BrightDb)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The top end lies {excessDb:0.0} dB over the reference already; it is not boosted.");
        }

        if (!recommendation.Chain.Any(Widens))
        {
            return null;
        }

        return measure(FeatureIds.ChannelCorrelation) is double correlation && correlation < LeastCorrelation
            ? string.Create(CultureInfo.InvariantCulture, $"With a channel correlation of {correlation:0.00} the track is not safe in mono; it is not widened.")
            : measure(MeasureIds.MonoLossLu) is double lossLu && lossLu > MostMonoLossLu
                ? string.Create(CultureInfo.InvariantCulture, $"In mono the track loses {lossLu:0.0} LU already; it is not widened.")
            : null;
    }

    private static bool BoostsTop(ProcessorSettings settings) => settings is ParametricEqSettings eq
        && eq.Bands.Any(band => band.HasGain && band.GainDb >= LeastBoostDb && band.FrequencyHz >= TopHz && band.Kind != EqBandKind.LowShelf);

    private static bool Widens(ProcessorSettings settings) => settings is StereoWidthSettings { WidthPercent: > 100 };
}
