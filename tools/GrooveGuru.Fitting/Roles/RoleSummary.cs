using System.Globalization;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Fitting.Roles;

/// <summary>How well the role is told: accuracy, recall by role, confusion, calibration.</summary>
internal sealed class RoleSummary
{
    private const int Bins = 10;

    private readonly List<(TrackRole Truth, RoleEstimate Told)> _tried = [];

    /// <summary>Adds a track.</summary>
    public void Add(TrackRole truth, RoleEstimate told) => _tried.Add((truth, told));

    /// <summary>Prints to standard error.</summary>
    /// <param name="title">What was tried.</param>
    /// <param name="withConfusion">Whether to print which role was taken for which.</param>
    public void Print(string title, bool withConfusion)
    {
        var tracks = _tried.Where(pair => pair.Truth != TrackRole.Unknown).ToList();
        if (tracks.Count > 0)
        {
            PrintTracks(title, tracks, withConfusion);
        }

        var others = _tried.Where(pair => pair.Truth == TrackRole.Unknown).ToList();
        if (others.Count > 0)
        {
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{title}, no track: {others.Count}, not told {1 - Share(others, Told):F3}"));
        }
    }

    private static void PrintTracks(string title, List<(TrackRole Truth, RoleEstimate Told)> tracks, bool withConfusion)
    {
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{title}: {tracks.Count} tracks, likeliest role right {Share(tracks, Right):F3}, told {Share(tracks, Told):F3} "
                + $"and then right {Share([.. tracks.Where(Told)], Right):F3}, calibration error {CalibrationError(tracks):F3}"));
        foreach (var role in tracks.GroupBy(pair => pair.Truth).OrderBy(role => role.Key))
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {role.Key,-8} {role.Count(),5}  recall {Share([.. role], Right):F3}")
                + (withConfusion ? $"  taken for {Confusion(role)}" : ""));
        }
    }

    private static string Confusion(IEnumerable<(TrackRole Truth, RoleEstimate Told)> tried) => string.Join(
        ", ",
        tried.GroupBy(pair => pair.Told.Alternatives[0].Role).OrderByDescending(role => role.Count()).Select(role => $"{role.Key} {role.Count()}"));

    private static bool Right((TrackRole Truth, RoleEstimate Told) pair) => pair.Told.Alternatives[0].Role == pair.Truth;

    private static bool Told((TrackRole Truth, RoleEstimate Told) pair) => pair.Told.Role != TrackRole.Unknown;

    private static double Share(
        List<(TrackRole Truth, RoleEstimate Told)> tried, Func<(TrackRole Truth, RoleEstimate Told), bool> holds) =>
        tried.Count == 0 ? 0 : (double)tried.Count(holds) / tried.Count;

    // Mean distance of confidence and hit rate over ten bins of confidence, each as large as it is.
    private static double CalibrationError(List<(TrackRole Truth, RoleEstimate Told)> tried) => tried
        .GroupBy(pair => Math.Min((int)(pair.Told.Confidence * Bins), Bins - 1))
        .Sum(bin => Math.Abs(bin.Average(pair => pair.Told.Confidence) - Share([.. bin], Right)) * bin.Count() / tried.Count);
}
