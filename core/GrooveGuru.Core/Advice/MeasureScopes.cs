using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Advice;

/// <summary>What has to be measured for a measure, so that a trial measures no more than it needs.</summary>
internal static class MeasureScopes
{
    /// <summary>The groups of measurements behind a measure; all but rhythm and key for one that is not known here.</summary>
    internal static AnalysisScope Of(string measureId) => measureId switch
    {
        // From the long-term spectrum, which the context measures by itself.
        MeasureIds.LowEndExcessDb or MeasureIds.LowMidExcessDb or MeasureIds.BrightnessExcessDb or MeasureIds.HarshnessExcessDb
            or MeasureIds.LowEndSideShare or MeasureIds.SubLevelDb or MeasureIds.GapContrastDb or MeasureIds.ChannelBalanceDb
            or MeasureIds.OvertonesDb => AnalysisScope.None,
        _ when MeasureIds.ChanceOf(measureId) is not null => AdviceContext.DiagnosisScope,
        MeasureIds.IntegratedLufs or MeasureIds.TruePeakDbtp or MeasureIds.PeakToLoudnessLu or MeasureIds.RangeLu =>
            AnalysisScope.Loudness,
        MeasureIds.ClippedSamples or MeasureIds.DcOffsetDbfs or FeatureIds.Rms or FeatureIds.CrestFactor or FeatureIds.DynamicRange => AnalysisScope.Level,
        FeatureIds.ChannelCorrelation or FeatureIds.StereoWidth => AnalysisScope.Stereo,
        MeasureIds.LowEndPercussiveShare or FeatureIds.HarmonicRatio or FeatureIds.PercussiveRatio => AnalysisScope.HarmonicPercussive,
        FeatureIds.Tempo or FeatureIds.OnsetDensity => AnalysisScope.Rhythm,
        FeatureIds.Key or FeatureIds.KeyConfidence or FeatureIds.TonnetzChange => AnalysisScope.Tonality,
        _ => AnalysisScope.All & ~(AnalysisScope.Rhythm | AnalysisScope.Tonality),
    };
}
