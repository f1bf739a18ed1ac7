using System.Globalization;

namespace GrooveGuru.Core.Mixing;

/// <summary>Parameter values as a DAW shows them: "-3.0 dB", "220 Hz", "1.25 kHz", "2.0 : 1".</summary>
internal static class ParameterText
{
    internal static KeyValuePair<string, string> Db(string name, double valueDb) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"{Signless(valueDb):0.0} dB"));

    internal static KeyValuePair<string, string> Dbfs(string name, double valueDbfs) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"{Signless(valueDbfs):0.0} dBFS"));

    internal static KeyValuePair<string, string> Dbtp(string name, double valueDbtp) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"{Signless(valueDbtp):0.0} dBTP"));

    internal static KeyValuePair<string, string> Hz(string name, double valueHz) => new(name, Hz(valueHz));

    internal static string Hz(double valueHz) => valueHz switch
    {
        >= 10000 => string.Create(CultureInfo.InvariantCulture, $"{valueHz / 1000:0.0} kHz"),
        >= 1000 => string.Create(CultureInfo.InvariantCulture, $"{valueHz / 1000:0.00} kHz"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{valueHz:0} Hz"),
    };

    internal static KeyValuePair<string, string> Ms(string name, double valueMs) =>
        new(name, valueMs < 10
            ? string.Create(CultureInfo.InvariantCulture, $"{valueMs:0.0} ms")
            : string.Create(CultureInfo.InvariantCulture, $"{valueMs:0} ms"));

    internal static KeyValuePair<string, string> Seconds(string name, double valueSeconds) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"{valueSeconds:0.0#} s"));

    internal static KeyValuePair<string, string> Percent(string name, double valuePercent) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"{valuePercent:0} %"));

    internal static KeyValuePair<string, string> Ratio(string name, double ratio) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"{ratio:0.0#} : 1"));

    internal static KeyValuePair<string, string> Number(string name, double value) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"{value:0.0#}"));

    internal static KeyValuePair<string, string> Detection(LevelDetection detection) =>
        new("Detection", detection == LevelDetection.Rms ? "RMS" : "peak");

    // "-0.0 dB" reads like a mistake.
    private static double Signless(double value) => Math.Abs(value) < 0.05 ? 0 : value;
}
