namespace GrooveGuru.Core.Advice.Faults;

/// <summary>The faults of the benchmark.</summary>
public static class FaultCatalogue
{
    /// <summary>Every fault at every strength it is made at.</summary>
    public static IReadOnlyList<FaultCase> All { get; } =
    [
        .. Three(FaultKind.DullTop, -3, -6, -9),
        .. Three(FaultKind.MuddyLowMids, 3, 6, 9),
        .. Three(FaultKind.SubRumble, -24, -18, -12),
        new(FaultKind.HarshUpperMids, FaultStrength.Weak, 3),
        new(FaultKind.HarshUpperMids, FaultStrength.Strong, 6),
        .. Three(FaultKind.OverCompression, 4, 8, 0),
        .. Three(FaultKind.Clipping, 3, 6, 9),
        .. Three(FaultKind.NarrowImage, -6, -12, double.NegativeInfinity),
        new(FaultKind.WideImage, FaultStrength.Medium, 6),
        new(FaultKind.FlippedPolarity, FaultStrength.Strong, 0),
        new(FaultKind.ReverbWash, FaultStrength.Weak, 8),
        new(FaultKind.ReverbWash, FaultStrength.Strong, 16),
        new(FaultKind.TooQuiet, FaultStrength.Strong, -12),
        new(FaultKind.TooLoud, FaultStrength.Medium, 6),
    ];

    private static IEnumerable<FaultCase> Three(FaultKind kind, double weak, double medium, double strong) =>
    [
        new(kind, FaultStrength.Weak, weak),
        new(kind, FaultStrength.Medium, medium),
        new(kind, FaultStrength.Strong, strong),
    ];
}
