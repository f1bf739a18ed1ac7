namespace GrooveGuru.Core.Tonality;

/// <summary>How much each degree of the chromatic scale weighs in a major and in a minor key.</summary>
/// <param name="Name">Whose profile it is.</param>
/// <param name="Major">Weights from the tonic up [12].</param>
/// <param name="Minor">Weights from the tonic up [12].</param>
public sealed record KeyProfile(string Name, IReadOnlyList<double> Major, IReadOnlyList<double> Minor)
{
    /// <summary>C. Krumhansl and E. Kessler 1982: ratings of listeners.</summary>
    public static KeyProfile KrumhanslKessler { get; } = new(
        "Krumhansl-Kessler",
        [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88],
        [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17]);

    /// <summary>D. Temperley 2001: the former, corrected by hand.</summary>
    public static KeyProfile Temperley { get; } = new(
        "Temperley",
        [5.0, 2.0, 3.5, 2.0, 4.5, 4.0, 2.0, 4.5, 2.0, 3.5, 1.5, 4.0],
        [5.0, 2.0, 3.5, 4.5, 2.0, 4.0, 2.0, 4.5, 3.5, 2.0, 1.5, 4.0]);

    /// <summary>J. Albrecht and D. Shanahan 2013: counts in common-practice works.</summary>
    public static KeyProfile AlbrechtShanahan { get; } = new(
        "Albrecht-Shanahan",
        [0.238, 0.006, 0.111, 0.006, 0.137, 0.094, 0.016, 0.214, 0.009, 0.080, 0.008, 0.081],
        [0.220, 0.006, 0.104, 0.123, 0.019, 0.103, 0.012, 0.214, 0.062, 0.022, 0.061, 0.052]);

    /// <summary>All profiles that are shipped.</summary>
    public static IReadOnlyList<KeyProfile> All { get; } = [KrumhanslKessler, Temperley, AlbrechtShanahan];
}
