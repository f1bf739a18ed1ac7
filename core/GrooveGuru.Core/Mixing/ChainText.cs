using System.Globalization;

namespace GrooveGuru.Core.Mixing;

/// <summary>A chain as an instruction to the person at the mixer.</summary>
public static class ChainText
{
    /// <summary>What to do: "Cut 3.0 dB at 220 Hz (Q 1.2), then turn down by 1.5 dB".</summary>
    /// <param name="chain">The change in signal order.</param>
    /// <returns>A sentence without its full stop; "Change nothing" for an empty chain.</returns>
    public static string Write(IReadOnlyList<ProcessorSettings> chain)
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

    private static IEnumerable<string> Actions(ProcessorSettings settings) => settings switch
    {
        GainSettings gain => [string.Create(
            CultureInfo.InvariantCulture, $"turn {(gain.GainDb < 0 ? "down" : "up")} by {Math.Abs(gain.GainDb):0.0} dB")],
        ParametricEqSettings eq => Bands(eq.Bands),
        CompressorSettings compressor => [Compression(compressor)],
        ExpanderSettings expander => [Expansion(expander)],
        SaturatorSettings saturator => [Saturation(saturator)],
        StereoWidthSettings width => Width(width),
        StereoDelaySettings delay => [Delay(delay)],
        ReverbSettings reverb => [Reverberation(reverb)],
        DeclipperSettings declipper => [Declipping(declipper)],
        LimiterSettings limiter => [string.Create(CultureInfo.InvariantCulture, $"limit to {limiter.CeilingDbtp:0.0} dBTP")],
        _ => [settings.Name],
    };

    // Passes at one frequency are one steeper filter: 12 dB per octave each.
    private static IEnumerable<string> Bands(IReadOnlyList<EqBand> bands) => bands
        .GroupBy(band => band.Kind is EqBandKind.HighPass or EqBandKind.LowPass ? (band.Kind, band.FrequencyHz) : (band.Kind, double.NaN))
        .SelectMany(group => double.IsNaN(group.Key.Item2)
            ? group.Select(Band)
            : [Band(group.First()) + (group.Count() > 1 ? $" ({12 * group.Count()} dB per octave)" : "")]);

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

    private static string Expansion(ExpanderSettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"expand 1:{settings.Ratio:0.0#} below {settings.ThresholdDb:0} dB, by {settings.RangeDb:0} dB at most "
        + $"(attack {settings.AttackMs:0} ms, release {settings.ReleaseMs:0} ms)");

    private static string Saturation(SaturatorSettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"saturate with {settings.DriveDb:0.0} dB of drive (mix {settings.MixPercent:0} %, output {settings.OutputDb:0.0} dB)");

    private static string Delay(StereoDelaySettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"add a {(settings.PingPong ? "ping-pong delay" : "delay")} of {settings.LeftMs:0} ms left and {settings.RightMs:0} ms right "
        + $"(feedback {settings.FeedbackPercent:0} %, mix {settings.MixPercent:0} %)");

    private static string Reverberation(ReverbSettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"add a room of {settings.DecaySeconds:0.0#} s (pre-delay {settings.PreDelayMs:0} ms, mix {settings.MixPercent:0} %)");

    private static string Declipping(DeclipperSettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"rebuild the peaks clipped at {settings.ThresholdDbfs:0.0} dBFS, by {settings.MaxRiseDb:0.0} dB at most "
        + $"(output {settings.OutputDb:0.0} dB)");

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

        if (settings.BalanceDb != 0)
        {
            string to = settings.BalanceDb < 0 ? "right" : "left";
            yield return string.Create(CultureInfo.InvariantCulture, $"move the middle {Math.Abs(settings.BalanceDb):0.0} dB to the {to}");
        }
    }
}
