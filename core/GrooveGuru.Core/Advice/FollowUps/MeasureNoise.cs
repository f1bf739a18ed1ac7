using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Advice.FollowUps;

/// <summary>How far a measure moves from one hearing to the next although nobody changed anything.</summary>
public static class MeasureNoise
{
    private static readonly Dictionary<string, double> Known = new()
    {
        [MeasureIds.IntegratedLufs] = 0.5,
        [MeasureIds.TruePeakDbtp] = 0.5,
        [MeasureIds.PeakToLoudnessLu] = 0.7,
        [MeasureIds.RangeLu] = 1.5,
        [MeasureIds.LowEndExcessDb] = 0.8,
        [MeasureIds.LowMidExcessDb] = 0.8,
        [MeasureIds.HarshnessExcessDb] = 0.8,
        [MeasureIds.BrightnessExcessDb] = 0.8,
        [MeasureIds.LowEndPercussiveShare] = 0.05,
        [MeasureIds.LowEndSideShare] = 0.03,
        [MeasureIds.MonoLossLu] = 0.2,
        [FeatureIds.ChannelCorrelation] = 0.05,
        [FeatureIds.StereoWidth] = 0.01,
        [FeatureIds.CrestFactor] = 0.8,
        [FeatureIds.DynamicRange] = 1.5,
        [FeatureIds.Rms] = 0.5,
    };

    /// <summary>The noise of a measure, in its unit; 0 for one that is counted, and for one that is not known here.</summary>
    public static double Of(string measureId) => Known.GetValueOrDefault(measureId);
}
