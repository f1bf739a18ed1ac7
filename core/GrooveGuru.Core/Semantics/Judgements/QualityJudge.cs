using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Semantics.Judgements;

/// <summary>Judges how clean a track is technically, whatever it plays.</summary>
/// <remarks>
/// The value is a product: 1 for a track without technical faults, times one minus the price of each fault. A price only rises with its measure,
/// so that a fault added to a track never makes it read better. What is a matter of material (tonal balance, width, loudness range) has no price:
/// a bass is dark and a pad steady by right. Where the prices begin:
/// clipping at one sample in a million (a few flat tops are not heard), reaching its end at one in a thousand (audible as crackle);
/// peaks over full scale from 0 dBTP (EBU R 128 asks for -1) to +3;
/// peak to loudness from 8 LU, under which mastered music sounds squeezed, to 3 LU, a square wave;
/// noise from a spectrum that is filled for more than 95 % and never pauses: loud passages less than 24 dB over the quietest ones (noise under a
/// track fills what the music leaves free; under a louder or a gated track it is not heard and not told);
/// correlation from 0 (3 dB lost in mono) to -1 (silence in mono), and that of the bands below 150 Hz from 0.3, since subwoofers and vinyl sum them;
/// an offset from 0.5 % of full scale, which costs headroom and clicks at edits.
/// </remarks>
internal static class QualityJudge
{
    private const double PauseDb = 24, NoPauseDb = 8;

    private static readonly double[] Bounds = [0.45, 0.75, 0.97];

    /// <summary>The judgement.</summary>
    public static Judgement<ProductionQuality> Judge(TrackAnalysis analysis)
    {
        if (HeardEnough.ReasonAgainstSound(analysis) is string reason)
        {
            return Judgement<ProductionQuality>.NotGiven(reason);
        }

        double value = 1;
        List<JudgementSign> signs = [];
        foreach (QualityFault fault in Faults(analysis))
        {
            signs.Add(new JudgementSign(fault.MeasureId, fault.Name, fault.Value, fault.Unit, -value * fault.Price));
            value *= 1 - fault.Price;
        }

        return Judgement<ProductionQuality>.Of(value, Bounds, signs, countsFaults: true);
    }

    private static IEnumerable<QualityFault> Faults(TrackAnalysis analysis)
    {
        ExtendedMeasures extended = analysis.Extended;
        double samples = Math.Max(1, analysis.DurationSeconds * analysis.SampleRateHz * analysis.ChannelCount);
        yield return QualityFault.Of(
            "clipped_samples", "Clipped samples", extended.ClippedSamples, "", 0.65, Math.Log10(Math.Max(extended.ClippedSamples / samples, 1e-9)), -6, -3);
        yield return QualityFault.Of("non_finite_samples", "Unusable samples", extended.NonFiniteSamples, "", 0.6, extended.NonFiniteSamples / samples, 0, 0.01);
        double? filled = analysis.Features.Number(FeatureIds.ArrangementDensity);
        double overFloorDb = (extended.Loudness.IntegratedLufs - extended.NoiseFloorDbfs) ?? PauseDb;
        double noisePrice = 0.6 * Math.Clamp((PauseDb - overFloorDb) / (PauseDb - NoPauseDb), 0, 1);
        yield return QualityFault.Of(FeatureIds.ArrangementDensity, "Filled spectrum without pauses", filled, "", noisePrice, 0.95, 1);
        yield return QualityFault.Of("peak_to_loudness_lu", "Peak to loudness", extended.Loudness.PeakToLoudnessLu, "LU", 0.5, 8, 3);
        yield return QualityFault.Of("true_peak_dbtp", "True peak", extended.Loudness.TruePeakDbtp, "dBTP", 0.2, 0, 3);
        yield return QualityFault.Of("dc_offset", "DC offset", Math.Abs(extended.DcOffset), "of full scale", 0.3, 0.005, 0.1);
        yield return QualityFault.Of(
            FeatureIds.ChannelCorrelation, "Channel correlation", analysis.Features.Number(FeatureIds.ChannelCorrelation), "", 0.6, 0, -1);
        yield return QualityFault.Of("low_end_correlation", "Correlation below 150 Hz", LowEndCorrelation(extended), "", 0.3, 0.3, -1);
    }

    // Of the two lowest bands, each as loud as it is; null where they are silent or there is one channel.
    private static double? LowEndCorrelation(ExtendedMeasures extended)
    {
        const int lowBands = 2;
        const double leastShare = 0.05;
        var heard = extended.BandStereo.Zip(extended.TonalBalance).Take(lowBands).Where(band => band.First.Correlation is not null).ToList();
        double share = heard.Sum(band => band.Second);
        return share < leastShare ? null : heard.Sum(band => band.First.Correlation!.Value * band.Second) / share;
    }
}
