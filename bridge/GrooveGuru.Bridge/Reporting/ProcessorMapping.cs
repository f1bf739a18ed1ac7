using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>From the settings of one of Core's processors to the message that crosses.</summary>
internal static class ProcessorMapping
{
    /// <summary>The message of a processor, with its parameters as a DAW shows them.</summary>
    /// <exception cref="NotSupportedException">The contract has no message for this kind.</exception>
    public static ProcessorSettings ToMessage(Core.Mixing.ProcessorSettings settings)
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
            case Core.Mixing.SaturatorSettings saturator:
                message.Saturator = new SaturatorSettings
                {
                    DriveDb = saturator.DriveDb,
                    MixPercent = saturator.MixPercent,
                    OutputDb = saturator.OutputDb,
                    Curve = (SaturationCurve)((int)saturator.Curve + 1),
                };
                break;
            case Core.Mixing.StereoDelaySettings delay:
                message.StereoDelay = new StereoDelaySettings
                {
                    LeftMs = delay.LeftMs,
                    RightMs = delay.RightMs,
                    FeedbackPercent = delay.FeedbackPercent,
                    LowCutHz = delay.LowCutHz,
                    HighCutHz = delay.HighCutHz,
                    PingPong = delay.PingPong,
                    MixPercent = delay.MixPercent,
                };
                break;
            case Core.Mixing.ReverbSettings reverb:
                message.Reverb = new ReverbSettings
                {
                    DecaySeconds = reverb.DecaySeconds,
                    HighDecayRatio = reverb.HighDecayRatio,
                    CrossoverHz = reverb.CrossoverHz,
                    SizePercent = reverb.SizePercent,
                    PreDelayMs = reverb.PreDelayMs,
                    LowCutHz = reverb.LowCutHz,
                    HighCutHz = reverb.HighCutHz,
                    WidthPercent = reverb.WidthPercent,
                    MixPercent = reverb.MixPercent,
                };
                break;
            case Core.Mixing.StereoWidthSettings width:
                message.StereoWidth = new StereoWidthSettings
                {
                    WidthPercent = width.WidthPercent,
                    BassMonoBelowHz = width.BassMonoBelowHz,
                    InvertRight = width.InvertRight,
                    BalanceDb = width.BalanceDb,
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
            case Core.Mixing.DeclipperSettings declipper:
                message.Declipper = new DeclipperSettings
                {
                    ThresholdDbfs = declipper.ThresholdDbfs,
                    MaxRiseDb = declipper.MaxRiseDb,
                    OutputDb = declipper.OutputDb,
                };
                break;
            default:
                throw new NotSupportedException($"The contract has no message for {settings.GetType().Name}.");
        }

        return message;
    }
}
