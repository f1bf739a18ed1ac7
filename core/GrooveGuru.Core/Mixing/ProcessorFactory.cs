using GrooveGuru.Core.Mixing.Realtime;

namespace GrooveGuru.Core.Mixing;

/// <summary>Makes the processor that belongs to settings.</summary>
public static class ProcessorFactory
{
    /// <summary>A processor, not yet prepared.</summary>
    /// <exception cref="ArgumentException">There is no processor for this kind of settings.</exception>
    public static IProcessor Create(ProcessorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings switch
        {
            GainSettings gain => new GainProcessor(gain),
            ParametricEqSettings eq => new ParametricEqProcessor(eq),
            CompressorSettings compressor => new CompressorProcessor(compressor),
            ExpanderSettings expander => new ExpanderProcessor(expander),
            SaturatorSettings saturator => new SaturatorProcessor(saturator),
            StereoWidthSettings width => new StereoWidthProcessor(width),
            StereoDelaySettings delay => new StereoDelayProcessor(delay),
            ReverbSettings reverb => new ReverbProcessor(reverb),
            DeclipperSettings declipper => new DeclipperProcessor(declipper),
            LimiterSettings limiter => new LimiterProcessor(limiter),
            _ => throw new ArgumentException($"There is no processor for {settings.GetType().Name}.", nameof(settings)),
        };
    }
}
