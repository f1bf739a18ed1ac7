using System.CommandLine;
using System.Globalization;
using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Core.Arrangement;

namespace GrooveGuru.Bridge.Cli;

/// <summary>`--meter 3/4`.</summary>
internal static class MeterOption
{
    /// <summary>The option; null where it is not given. Anything else than a meter is wrong usage.</summary>
    public static Option<Meter?> Create() => new("--meter")
    {
        Description = "The meter of the piece, where you know it; it is heard otherwise.",
        HelpName = "BEATS/UNIT",
        CustomParser = result =>
        {
            string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (text.Split('/') is [var beats, var unit]
                && int.TryParse(beats, NumberStyles.None, CultureInfo.InvariantCulture, out int numerator)
                && int.TryParse(unit, NumberStyles.None, CultureInfo.InvariantCulture, out int denominator)
                && MidiRequest.IsMeter(numerator, denominator))
            {
                return new Meter(numerator, denominator);
            }

            result.AddError($"--meter is 1 to {MidiRequest.MaxMeterNumber} beats over 1, 2, 4, 8, 16 or 32, as in 3/4 or 6/8, not '{text}'.");
            return null;
        },
    };
}
