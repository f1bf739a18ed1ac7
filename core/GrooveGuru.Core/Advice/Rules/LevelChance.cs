namespace GrooveGuru.Core.Advice.Rules;

/// <summary>How likely a level is a mistake.</summary>
/// <remarks>
/// Logistic regressions on 286 development tracks, each at working level (<see cref="LevelRule.WorkingLufs"/>, or as near as a true
/// peak of -1 dBTP allows), 12 dB under it and 6 dB over it, and once as its maker left it: what makers leave as it is, is no mistake.
/// Half of those lie over -17 LUFS; a quarter over -14.
/// </remarks>
internal static class LevelChance
{
    /// <summary>That a track is too quiet.</summary>
    /// <param name="missingDb">What it lies under the working level, or as much of it as its peaks leave, dB.</param>
    internal static double TooQuiet(double missingDb) => Logistic((1.04 * missingDb) - 8.4);

    /// <summary>That a track is too loud.</summary>
    /// <param name="lufs">Its loudness, LUFS.</param>
    /// <param name="truePeakDbtp">Its true peak, dBTP.</param>
    internal static double TooLoud(double lufs, double truePeakDbtp) => Logistic(
        (2.35 * Math.Clamp(truePeakDbtp, 0, 6)) + (1.85 * Math.Max(0, lufs + 18)) - (1.63 * Math.Max(0, lufs + 14)) - 7.3);

    private static double Logistic(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
