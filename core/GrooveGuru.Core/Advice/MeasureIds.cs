using GrooveGuru.Core.Advice.Faults;

namespace GrooveGuru.Core.Advice;

/// <summary>Ids of what the advice measures beside the features; the extended ones are named as in the contract.</summary>
public static class MeasureIds
{
    /// <summary>Integrated loudness, LUFS.</summary>
    public const string IntegratedLufs = "integrated_lufs";

    /// <summary>True peak, dBTP.</summary>
    public const string TruePeakDbtp = "true_peak_dbtp";

    /// <summary>True peak over integrated loudness, LU.</summary>
    public const string PeakToLoudnessLu = "peak_to_loudness_lu";

    /// <summary>Loudness range, LU.</summary>
    public const string RangeLu = "range_lu";

    /// <summary>Samples at full scale in runs.</summary>
    public const string ClippedSamples = "clipped_samples";

    /// <summary>40 … 160 Hz against the reference balance, dB.</summary>
    public const string LowEndExcessDb = "low_end_excess_db";

    /// <summary>160 … 400 Hz against the reference balance, dB.</summary>
    public const string LowMidExcessDb = "low_mid_excess_db";

    /// <summary>2 … 6.3 kHz against what lies on both sides of it, each relative to the reference balance, dB.</summary>
    public const string HarshnessExcessDb = "harshness_excess_db";

    /// <summary>4 … 14 kHz against the reference balance, dB.</summary>
    public const string BrightnessExcessDb = "brightness_excess_db";

    /// <summary>Share of percussive energy from 40 to 120 Hz, 0–1.</summary>
    public const string LowEndPercussiveShare = "low_end_percussive_share";

    /// <summary>Share of the side in the energy below 120 Hz, 0–1.</summary>
    public const string LowEndSideShare = "low_end_side_share";

    /// <summary>How much quieter the mono sum is than stereo, LU; see <see cref="MonoFold"/>.</summary>
    public const string MonoLossLu = "mono_loss_lu";

    /// <summary>Level from 20 to 40 Hz over all, dB.</summary>
    public const string SubLevelDb = "sub_level_db";

    /// <summary>Mean over the octaves from 125 Hz to 8 kHz of how far loud and quiet moments lie apart, dB.</summary>
    public const string GapContrastDb = "gap_contrast_db";

    /// <summary>Level of the left channel over the right one, dB.</summary>
    public const string ChannelBalanceDb = "channel_balance_db";

    /// <summary>Level from 250 Hz to 1.6 kHz over all, dB: what a small speaker plays of a bass.</summary>
    public const string OvertonesDb = "overtones_db";

    /// <summary>The largest offset of a channel from zero, dBFS.</summary>
    public const string DcOffsetDbfs = "dc_offset_dbfs";

    private const string ChancePrefix = "chance_";

    /// <summary>How likely a fault is, 0–1.</summary>
    public static string Chance(FaultKind kind) => ChancePrefix + FaultNames.Of(kind);

    /// <summary>The fault whose chance a measure is; null for another measure.</summary>
    internal static FaultKind? ChanceOf(string measureId)
    {
        foreach (FaultKind kind in measureId.StartsWith(ChancePrefix, StringComparison.Ordinal) ? Enum.GetValues<FaultKind>() : [])
        {
            if (measureId.AsSpan(ChancePrefix.Length).SequenceEqual(FaultNames.Of(kind)))
            {
                return kind;
            }
        }

        return null;
    }
}
