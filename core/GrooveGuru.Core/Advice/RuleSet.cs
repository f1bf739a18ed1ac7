using GrooveGuru.Core.Advice.Rules;

namespace GrooveGuru.Core.Advice;

/// <summary>The rules that ship.</summary>
public static class RuleSet
{
    /// <summary>All of them, in the order in which they are asked.</summary>
    public static IReadOnlyList<IAdviceRule> All { get; } =
    [
        new ClippingRule(),
        new TruePeakRule(),
        new LevelRule(),
        new DcOffsetRule(),
        new DeadChannelRule(),
        new PolarityRule(),
        new LowEndWidthRule(),
        new NarrowRule(),
        new WideImageRule(),
        new OffCentreRule(),
        new RumbleRule(),
        new LowMidRule(),
        new LowEndBuildUpRule(),
        new HarshnessRule(),
        new BrightnessRule(),
        new OverCompressionRule(),
        new WideDynamicsRule(),
        new UnevenLevelRule(),
        new ReverbWashRule(),
        new DrySourceRule(),
        new BassOvertonesRule(),
    ];
}
