namespace GrooveGuru.Core.Loudness;

/// <summary>Loudness and peaks of one piece of audio. Each is null where it cannot be measured (silence, too short).</summary>
/// <param name="IntegratedLufs">Gated programme loudness, LUFS (ITU-R BS.1770-4).</param>
/// <param name="MaxShortTermLufs">Loudest 3 s window, LUFS.</param>
/// <param name="MaxMomentaryLufs">Loudest 400 ms window, LUFS.</param>
/// <param name="RangeLu">Loudness range, LU (EBU Tech 3342).</param>
/// <param name="TruePeakDbtp">Inter-sample peak, dBTP (BS.1770-4 annex 2).</param>
/// <param name="PeakToLoudnessLu">True peak minus integrated loudness, LU.</param>
public sealed record LoudnessMeasures(
    double? IntegratedLufs,
    double? MaxShortTermLufs,
    double? MaxMomentaryLufs,
    double? RangeLu,
    double? TruePeakDbtp,
    double? PeakToLoudnessLu);
