using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>From Core's recommendation to the message that crosses.</summary>
internal static class RecommendationMapping
{
    /// <summary>The message of a recommendation, its sentences included.</summary>
    public static Recommendation ToMessage(Core.Advice.Recommendation recommendation)
    {
        Recommendation message = new()
        {
            Id = recommendation.Id,
            Domain = (RecommendationDomain)((int)recommendation.Domain + 1),
            Title = recommendation.Title,
            Priority = recommendation.Priority,
            Confidence = recommendation.Confidence,
            Status = (RecommendationStatus)((int)recommendation.Status + 1),
            Text = Core.Reports.RecommendationText.Write(recommendation),
        };
        if (recommendation is { TriedFromSeconds: { } from, TriedToSeconds: { } to })
        {
            message.TriedFromSeconds = from;
            message.TriedToSeconds = to;
        }

        message.Because.AddRange(recommendation.Because.Select(reason => new Reason
        {
            FeatureId = reason.FeatureId,
            Measured = reason.Measured,
            Threshold = reason.Threshold,
            Unit = reason.Unit,
            Meaning = reason.Meaning,
        }));
        message.Chain.AddRange(recommendation.Chain.Select(ToMessage));
        message.Expects.AddRange(recommendation.Expects.Select(expectation => new Expectation
        {
            FeatureId = expectation.FeatureId,
            From = expectation.From,
            To = expectation.To,
            Unit = expectation.Unit,
        }));
        message.Evidence.AddRange(recommendation.Evidence.Select(evidence => new Evidence
        {
            FeatureId = evidence.FeatureId,
            Before = evidence.Before,
            After = evidence.After,
            Unit = evidence.Unit,
        }));
        return message;
    }

    private static ProcessorSettings ToMessage(Core.Mixing.ProcessorSettings settings)
    {
        ProcessorSettings message = new() { Name = settings.Name };
        message.Displayed.AddRange(
            settings.Display.Select(parameter => new DisplayedParameter { Name = parameter.Key, Value = parameter.Value }));
        switch (settings)
        {
            case Core.Mixing.GainSettings gain:
                message.Gain = new GainSettings { GainDb = gain.GainDb };
                break;
            case Core.Mixing.ParametricEqSettings eq:
                message.ParametricEq = new ParametricEqSettings();
                message.ParametricEq.Bands.AddRange(eq.Bands.Select(band => new EqBand
                {
                    Kind = (EqBandKind)((int)band.Kind + 1),
                    FrequencyHz = band.FrequencyHz,
                    GainDb = band.GainDb,
                    Q = band.Q,
                }));
                break;
            case Core.Mixing.CompressorSettings compressor:
                message.Compressor = new CompressorSettings
                {
                    ThresholdDb = compressor.ThresholdDb,
                    Ratio = compressor.Ratio,
                    AttackMs = compressor.AttackMs,
                    ReleaseMs = compressor.ReleaseMs,
                    KneeDb = compressor.KneeDb,
                    MakeupDb = compressor.MakeupDb,
                    Detection = (LevelDetection)((int)compressor.Detection + 1),
                };
                break;
            case Core.Mixing.ExpanderSettings expander:
                message.Expander = new ExpanderSettings
                {
                    ThresholdDb = expander.ThresholdDb,
                    Ratio = expander.Ratio,
                    AttackMs = expander.AttackMs,
                    ReleaseMs = expander.ReleaseMs,
                    KneeDb = expander.KneeDb,
                    RangeDb = expander.RangeDb,
                    Detection = (LevelDetection)((int)expander.Detection + 1),
                };
                break;
            case Core.Mixing.StereoWidthSettings width:
                message.StereoWidth = new StereoWidthSettings
                {
                    WidthPercent = width.WidthPercent,
                    BassMonoBelowHz = width.BassMonoBelowHz,
                    InvertRight = width.InvertRight,
                };
                break;
            case Core.Mixing.LimiterSettings limiter:
                message.Limiter = new LimiterSettings
                {
                    CeilingDbtp = limiter.CeilingDbtp,
                    ReleaseMs = limiter.ReleaseMs,
                    InputGainDb = limiter.InputGainDb,
                };
                break;
            default:
                throw new NotSupportedException($"The contract has no message for {settings.GetType().Name}.");
        }

        return message;
    }
}
