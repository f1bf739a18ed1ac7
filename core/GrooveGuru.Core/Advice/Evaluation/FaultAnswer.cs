using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Evaluation;

/// <summary>
/// Whether advice answers a fault: the right domain, and a chain that works against the fault. Only the chain's data is read, never
/// the id of the rule or its words.
/// </summary>
public static class FaultAnswer
{
    /// <summary>Mean lift of the top end over what lies just under it that makes a track less dull, dB.</summary>
    public const double LeastTopLiftDb = 0.5;

    /// <summary>Cut that makes a track less muddy or harsh, dB.</summary>
    public const double LeastCutDb = 0.5;

    /// <summary>Cut of the sub bass that takes rumble away, dB.</summary>
    public const double LeastRumbleCutDb = 3;

    private const double TopFromHz = 6300;
    private const double TopToHz = 12500;
    private const double UnderTopHz = 2000;
    private const double MiddleHz = 1000;
    private const double MudHz = 300;
    private const double AboveMudHz = 1500;
    private const double RumbleHz = 28;
    private const double AboveRumbleHz = 200;
    private const double NoChangePercent = 100;

    /// <summary>Whether a recommendation answers a fault.</summary>
    /// <param name="recommendation">What was advised on the track with the fault.</param>
    /// <param name="fault">The fault that was made.</param>
    public static bool Answers(Recommendation recommendation, InjectedFault fault)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        ArgumentNullException.ThrowIfNull(fault);
        IReadOnlyList<ProcessorSettings> chain = recommendation.Chain;
        return (fault.Case.Kind, recommendation.Domain) switch
        {
            (FaultKind.DullTop, RecommendationDomain.Eq) =>
                new ChainResponse(chain).MeanDb(TopFromHz, TopToHz, UnderTopHz) >= LeastTopLiftDb,
            (FaultKind.MuddyLowMids, RecommendationDomain.Eq) => new ChainResponse(chain).Db(fault.FrequencyHz ?? MudHz, AboveMudHz) <= -LeastCutDb,
            (FaultKind.SubRumble, RecommendationDomain.Eq) => new ChainResponse(chain).Db(RumbleHz, AboveRumbleHz) <= -LeastRumbleCutDb,
            (FaultKind.HarshUpperMids, RecommendationDomain.Eq) =>
                fault.FrequencyHz is { } harshHz && new ChainResponse(chain).Db(harshHz, MiddleHz) <= -LeastCutDb,
            (FaultKind.OverCompression, RecommendationDomain.Compression) =>
                chain.OfType<CompressorSettings>().Any(compressor => compressor.Ratio < 1),
            (FaultKind.Clipping, RecommendationDomain.Gain) => GainDb(chain) < 0 || HasDeclipper(chain),
            (FaultKind.Clipping, _) => HasDeclipper(chain),
            (FaultKind.NarrowImage, RecommendationDomain.Spatial) => Widens(chain),
            (FaultKind.WideImage, RecommendationDomain.Spatial) => Narrows(chain),
            (FaultKind.FlippedPolarity, RecommendationDomain.Spatial) =>
                chain.OfType<StereoWidthSettings>().Count(width => width.InvertRight) % 2 == 1,
            (FaultKind.ReverbWash, RecommendationDomain.Temporal) =>
                chain.OfType<ExpanderSettings>().Any(expander => expander.Ratio > 1)
                && !chain.Any(settings => settings is ReverbSettings or StereoDelaySettings),
            (FaultKind.TooQuiet, RecommendationDomain.Gain) => GainDb(chain) > 0,
            (FaultKind.TooLoud, RecommendationDomain.Gain) => GainDb(chain) < 0,
            _ => false,
        };
    }

    private static double GainDb(IEnumerable<ProcessorSettings> chain) => chain.Sum(settings => settings switch
    {
        GainSettings gain => gain.GainDb,
        LimiterSettings limiter => limiter.InputGainDb,
        CompressorSettings compressor => compressor.MakeupDb,
        SaturatorSettings saturator => saturator.OutputDb,
        DeclipperSettings declipper => declipper.OutputDb,
        _ => 0,
    });

    private static bool HasDeclipper(IEnumerable<ProcessorSettings> chain) =>
        chain.OfType<DeclipperSettings>().Any(declipper => declipper.MaxRiseDb > 0);

    private static bool Widens(IReadOnlyList<ProcessorSettings> chain)
    {
        double factor = Factor(chain);
        return factor > 1 || (factor >= 1 && chain.Any(settings => settings is
            StereoDelaySettings { MixPercent: > 0 } or ReverbSettings { MixPercent: > 0, WidthPercent: > 0 }));
    }

    private static bool Narrows(IReadOnlyList<ProcessorSettings> chain) => Factor(chain) < 1;

    // What the width processors of a chain make of the side together; 1 leaves it.
    private static double Factor(IEnumerable<ProcessorSettings> chain) =>
        chain.OfType<StereoWidthSettings>().Aggregate(1.0, (factor, width) => factor * width.WidthPercent / NoChangePercent);
}
