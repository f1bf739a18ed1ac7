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
}
