namespace GrooveGuru.Core.Semantics;

/// <summary>The ranges of features over a corpus of tracks: 5th and 95th percentile, every role counting the same.</summary>
/// <remarks>Written by the verb "meanings" of tools/GrooveGuru.Fitting, whose README says what the clips are: 64 bass, 112 drums, 319 full_mix, 58 guitar, 48 keys, 57 lead, 36 pad, 19 vocal.</remarks>
internal static class MeaningRanges
{
    private static readonly Dictionary<string, (double Low, double High)> ById = new()
    {
        ["onset_density"] = (0.35, 6.8),
        ["mfcc_1"] = (-477.84314, -88.0842),
        ["mfcc_2"] = (6.19151, 217.17808),
        ["mfcc_3"] = (-79.3473, 65.39163),
        ["mfcc_4"] = (-19.13423, 56.0766),
        ["mfcc_5"] = (-36.54195, 26.48902),
        ["mfcc_6"] = (-28.41736, 24.57503),
        ["mfcc_7"] = (-26.45866, 15.77287),
        ["mfcc_8"] = (-26.08883, 14.79703),
        ["mfcc_9"] = (-32.7035, 8.4446),
        ["mfcc_10"] = (-23.21046, 11.69735),
        ["mfcc_11"] = (-21.52662, 8.08785),
        ["mfcc_12"] = (-15.8171, 10.02011),
        ["mfcc_13"] = (-19.74861, 6.2876),
        ["mfcc_bass"] = (-100.12585, 9.48812),
        ["mfcc_mid"] = (-25.76462, 17.91384),
        ["mfcc_treble"] = (-19.2033, 6.58126),
        ["spectral_centroid"] = (346.99084, 3938.5367),
        ["spectral_rolloff"] = (543.18879, 7443.63113),
        ["spectral_contrast"] = (19.35381, 32.13024),
        ["zero_crossing_rate"] = (0.01444, 0.25956),
        ["crest_factor"] = (9.71044, 21.22403),
        ["dynamic_range"] = (3.04713, 83.92297),
        ["percussive_ratio"] = (0.00206, 0.87366),
        ["tonnetz_change"] = (0.06257, 0.27931),
        ["stereo_width"] = (0, 0.464),
        ["arrangement_density"] = (0.16735, 0.90698),
        ["punch_factor"] = (0.07334, 0.91405),
        ["loopability"] = (0.09183, 0.94078),
        ["sub_bass_ratio"] = (0, 0.31687),
    };

    /// <summary>The range of a feature, in its unit.</summary>
    /// <exception cref="KeyNotFoundException">It was not measured.</exception>
    public static (double Low, double High) Of(string featureId) => ById[featureId];
}
