using System.Globalization;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Advice;

/// <summary>What a measure is called, and how its values are written.</summary>
/// <param name="Name">As in a sentence: "true peak".</param>
/// <param name="Unit">Its unit; empty where it has none, "0-1" for a share.</param>
/// <param name="Decimals">Decimals worth writing.</param>
/// <param name="DependsOnLevel">Whether a plain gain moves it.</param>
public sealed record MeasureInfo(string Name, string Unit, int Decimals, bool DependsOnLevel = false)
{
    private static readonly Dictionary<string, MeasureInfo> Known = new()
    {
        [MeasureIds.IntegratedLufs] = new("loudness", "LUFS", 1, DependsOnLevel: true),
        [MeasureIds.TruePeakDbtp] = new("true peak", "dBTP", 1, DependsOnLevel: true),
        [MeasureIds.PeakToLoudnessLu] = new("peak-to-loudness ratio", "LU", 1),
        [MeasureIds.RangeLu] = new("loudness range", "LU", 1),
        [MeasureIds.ClippedSamples] = new("clipped samples", "", 0, DependsOnLevel: true),
        [MeasureIds.LowEndExcessDb] = new("low end against the reference balance", "dB", 1),
        [MeasureIds.LowMidExcessDb] = new("low mids against the reference balance", "dB", 1),
        [MeasureIds.HarshnessExcessDb] = new("upper mids against their surroundings", "dB", 1),
        [MeasureIds.BrightnessExcessDb] = new("top end against the reference balance", "dB", 1),
        [MeasureIds.LowEndPercussiveShare] = new("percussive share of the low end", "0-1", 2),
        [MeasureIds.LowEndSideShare] = new("side share of the low end", "0-1", 2),
        [MeasureIds.MonoLossLu] = new("loss in mono", "LU", 1),
        [MeasureIds.SubLevelDb] = new("level from 20 to 40 Hz against all", "dB", 1),
        [MeasureIds.GapContrastDb] = new("depth of the gaps", "dB", 1),
        [MeasureIds.OvertonesDb] = new("level from 250 Hz to 1.6 kHz against all", "dB", 1),
        [MeasureIds.DcOffsetDbfs] = new("DC offset", "dBFS", 1, DependsOnLevel: true),
        [MeasureIds.ChannelBalanceDb] = new("left against right", "dB", 1),
        [FeatureIds.ChannelCorrelation] = new("channel correlation", "", 2),
        [FeatureIds.StereoWidth] = new("stereo width", "0-1", 3),
        [FeatureIds.CrestFactor] = new("crest factor", "dB", 1),
        [FeatureIds.DynamicRange] = new("dynamic range", "dB", 1),
        [FeatureIds.Tempo] = new("tempo", "BPM", 1),
        [FeatureIds.OnsetDensity] = new("density", "notes a second", 1),
        [FeatureIds.Rms] = new("RMS level", "dBFS", 1, DependsOnLevel: true),
    };

    private static readonly Dictionary<FaultKind, string> OfFaults = new()
    {
        [FaultKind.DullTop] = "chance that the top end is missing",
        [FaultKind.MuddyLowMids] = "chance that the low mids pile up",
        [FaultKind.SubRumble] = "chance of rumble",
        [FaultKind.HarshUpperMids] = "chance of harshness",
        [FaultKind.OverCompression] = "chance of squeezed dynamics",
        [FaultKind.Clipping] = "chance of clipping",
        [FaultKind.NarrowImage] = "chance that the image was narrowed",
        [FaultKind.WideImage] = "chance that the image was widened",
        [FaultKind.FlippedPolarity] = "chance of a turned channel",
        [FaultKind.ReverbWash] = "chance of too much reverb",
    };

    /// <summary>What is known about a measure; its id as the name where nothing is.</summary>
    public static MeasureInfo Of(string measureId) => Known.GetValueOrDefault(measureId) ?? OfFault(measureId);

    /// <summary>A value as a musician reads it: "-1.4 dBTP", "31 %".</summary>
    public string Write(double value)
    {
        if (Unit == "0-1")
        {
            return (100 * value).ToString(Decimals > 2 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";
        }

        string number = value.ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (number.TrimStart('-', '0', '.').Length == 0)
        {
            number = number.TrimStart('-');
        }

        return Unit.Length == 0 ? number : $"{number} {Unit}";
    }

    private static MeasureInfo OfFault(string measureId) =>
        MeasureIds.ChanceOf(measureId) is FaultKind likely && OfFaults.TryGetValue(likely, out string? name) ? new(name, "0-1", 2)
        : new(measureId.Replace('_', ' '), string.Empty, 2);
}
