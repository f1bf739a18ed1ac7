namespace GrooveGuru.Core.DemoSong;

/// <summary>The mixing mistakes of the demo song, as numbers.</summary>
internal static class DemoSongFlaws
{
    /// <summary>Boost of bass and chords where both already are.</summary>
    public const double LowEndBoostDb = 11;

    /// <summary>Centre of that boost.</summary>
    public const double LowEndBoostHz = 95;

    /// <summary>Width of that boost.</summary>
    public const double LowEndBoostQ = 0.7;

    /// <summary>How far the loudest peak of the mix would stand above full scale, were it not cut off there.</summary>
    public const double OverFullScaleDb = 2.4;

    /// <summary>The same for the demo's report.</summary>
    public static IReadOnlyList<PlantedFlaw> Describe() =>
    [
        new("eq.low_end_build_up", "Bass and chords were boosted around 95 Hz, where both already are.", LowEndBoostDb, "dB"),
        new("gain.clipping", "The mix was pushed over full scale and cut off there.", OverFullScaleDb, "dB"),
    ];
}
