using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Advice;

/// <content>Written by the verb "norms" of tools/GrooveGuru.Fitting: lowest tenth, median and highest tenth.</content>
public static partial class RoleNorms
{
    private static readonly Dictionary<(TrackRole Role, string MeasureId), RoleNorm> Table = new()
    {
        [(TrackRole.Drums, "brightness_excess_db")] = new(0.775, 9.415, 14.397), // 112 tracks
        [(TrackRole.Drums, "crest_factor")] = new(15.083, 18.772, 24.79), // 112 tracks
        [(TrackRole.Drums, "gap_contrast_db")] = new(17.44, 26.786, 37.591), // 112 tracks
        [(TrackRole.Drums, "low_mid_excess_db")] = new(-3.015, 0.335, 2.958), // 112 tracks
        [(TrackRole.Drums, "overtones_db")] = new(-14.593, -10.917, -5.227), // 112 tracks
        [(TrackRole.Drums, "peak_to_loudness_lu")] = new(13.118, 16.955, 21.079), // 112 tracks
        [(TrackRole.Drums, "range_lu")] = new(0.74, 1.93, 6.18), // 112 tracks
        [(TrackRole.Drums, "stereo_width")] = new(0, 0.008, 0.092), // 112 tracks
        [(TrackRole.Bass, "brightness_excess_db")] = new(-36.317, -26.154, -4.489), // 64 tracks
        [(TrackRole.Bass, "crest_factor")] = new(9.051, 12.181, 17.174), // 64 tracks
        [(TrackRole.Bass, "gap_contrast_db")] = new(8.882, 15.112, 36.317), // 64 tracks
        [(TrackRole.Bass, "low_mid_excess_db")] = new(-0.319, 8.988, 19.757), // 64 tracks
        [(TrackRole.Bass, "overtones_db")] = new(-20.283, -8.882, -4.897), // 64 tracks
        [(TrackRole.Bass, "peak_to_loudness_lu")] = new(7.755, 11.468, 15.786), // 64 tracks
        [(TrackRole.Bass, "range_lu")] = new(0.52, 1.39, 4.56), // 64 tracks
        [(TrackRole.Bass, "stereo_width")] = new(0, 0, 0.136), // 64 tracks
        [(TrackRole.Vocal, "brightness_excess_db")] = new(-23.737, -3.331, 4.162), // 19 tracks
        [(TrackRole.Vocal, "crest_factor")] = new(11.263, 15.828, 17.95), // 19 tracks
        [(TrackRole.Vocal, "gap_contrast_db")] = new(10.658, 25.211, 40.591), // 19 tracks
        [(TrackRole.Vocal, "low_mid_excess_db")] = new(-9.779, -4.082, 5.42), // 19 tracks
        [(TrackRole.Vocal, "overtones_db")] = new(-2.059, -0.549, -0.136), // 19 tracks
        [(TrackRole.Vocal, "peak_to_loudness_lu")] = new(8.151, 12.942, 16.417), // 19 tracks
        [(TrackRole.Vocal, "range_lu")] = new(1.77, 4.3, 9.66), // 19 tracks
        [(TrackRole.Vocal, "stereo_width")] = new(0, 0, 0.143), // 19 tracks
        [(TrackRole.Keys, "brightness_excess_db")] = new(-44.476, -28.212, -10.715), // 48 tracks
        [(TrackRole.Keys, "crest_factor")] = new(13.149, 16.479, 19.121), // 48 tracks
        [(TrackRole.Keys, "gap_contrast_db")] = new(10.419, 18.357, 36.126), // 48 tracks
        [(TrackRole.Keys, "low_mid_excess_db")] = new(-5.798, 0.67, 13.005), // 48 tracks
        [(TrackRole.Keys, "overtones_db")] = new(-2.766, -0.924, -0.051), // 48 tracks
        [(TrackRole.Keys, "peak_to_loudness_lu")] = new(10.236, 14.082, 17.429), // 48 tracks
        [(TrackRole.Keys, "range_lu")] = new(0.8, 4.46, 9.25), // 48 tracks
        [(TrackRole.Keys, "stereo_width")] = new(0, 0.088, 0.535), // 48 tracks
        [(TrackRole.Guitar, "brightness_excess_db")] = new(-33.562, -17.688, -4.133), // 58 tracks
        [(TrackRole.Guitar, "crest_factor")] = new(12.346, 15.568, 18.621), // 58 tracks
        [(TrackRole.Guitar, "gap_contrast_db")] = new(6.476, 18.074, 45.327), // 58 tracks
        [(TrackRole.Guitar, "low_mid_excess_db")] = new(-10.806, -2.761, 7.837), // 58 tracks
        [(TrackRole.Guitar, "overtones_db")] = new(-5.718, -3.288, -0.697), // 58 tracks
        [(TrackRole.Guitar, "peak_to_loudness_lu")] = new(8.915, 11.957, 16.764), // 58 tracks
        [(TrackRole.Guitar, "range_lu")] = new(0.77, 2.7, 8.57), // 58 tracks
        [(TrackRole.Guitar, "stereo_width")] = new(0, 0.027, 0.276), // 58 tracks
        [(TrackRole.Pad, "brightness_excess_db")] = new(-30.059, -22.925, -9.361), // 36 tracks
        [(TrackRole.Pad, "crest_factor")] = new(11.864, 13.817, 18.753), // 36 tracks
        [(TrackRole.Pad, "gap_contrast_db")] = new(5.443, 12.037, 38.84), // 36 tracks
        [(TrackRole.Pad, "low_mid_excess_db")] = new(-21.092, -0.642, 6.952), // 36 tracks
        [(TrackRole.Pad, "overtones_db")] = new(-2.942, -1.253, -0.12), // 36 tracks
        [(TrackRole.Pad, "peak_to_loudness_lu")] = new(9.646, 11.348, 14.12), // 36 tracks
        [(TrackRole.Pad, "range_lu")] = new(0.77, 2.03, 8.27), // 36 tracks
        [(TrackRole.Pad, "stereo_width")] = new(0.114, 0.239, 0.464), // 36 tracks
        [(TrackRole.Lead, "brightness_excess_db")] = new(-33.382, -18.828, -4.655), // 57 tracks
        [(TrackRole.Lead, "crest_factor")] = new(9.407, 13.275, 19.136), // 57 tracks
        [(TrackRole.Lead, "gap_contrast_db")] = new(12.094, 20.461, 41.736), // 57 tracks
        [(TrackRole.Lead, "low_mid_excess_db")] = new(-30.394, -12.853, 2.381), // 57 tracks
        [(TrackRole.Lead, "overtones_db")] = new(-9.873, -1.093, -0.103), // 57 tracks
        [(TrackRole.Lead, "peak_to_loudness_lu")] = new(6.542, 10.235, 14.503), // 57 tracks
        [(TrackRole.Lead, "range_lu")] = new(1.26, 3.96, 13.09), // 57 tracks
        [(TrackRole.Lead, "stereo_width")] = new(0, 0.005, 0.211), // 57 tracks
        [(TrackRole.FullMix, "brightness_excess_db")] = new(-21.46, -2.536, 3.453), // 319 tracks
        [(TrackRole.FullMix, "crest_factor")] = new(11.386, 14.629, 17.509), // 319 tracks
        [(TrackRole.FullMix, "gap_contrast_db")] = new(8.696, 12.908, 20.556), // 319 tracks
        [(TrackRole.FullMix, "low_mid_excess_db")] = new(-3.75, -0.188, 5.217), // 319 tracks
        [(TrackRole.FullMix, "overtones_db")] = new(-8.787, -4.674, -1.809), // 319 tracks
        [(TrackRole.FullMix, "peak_to_loudness_lu")] = new(9.627, 12.842, 16.421), // 319 tracks
        [(TrackRole.FullMix, "range_lu")] = new(0.74, 1.79, 5.06), // 319 tracks
        [(TrackRole.FullMix, "stereo_width")] = new(0.01, 0.084, 0.259), // 319 tracks
    };
}
