using System.Globalization;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Semantics.Roles;

/// <summary>Guesses what a track does in a song, from what was measured and from its name.</summary>
public static class RoleEstimator
{
    /// <summary>Below this probability the role is not told.</summary>
    public const double LeastConfidence = 0.5;

    // What is measured never rules a role out: a clear name decides.
    private const double LeastMeasured = 0.02;

    private static readonly TrackRole[] Roles = [.. Enum.GetValues<TrackRole>().Where(role => role != TrackRole.Unknown)];

    /// <summary>The role of a track.</summary>
    /// <param name="analysis">What was measured.</param>
    /// <param name="trackName">The track's name in the DAW or the file's; null where it has none.</param>
    /// <returns>The estimate; <see cref="TrackRole.Unknown"/> with confidence 0 for silence, whatever the name.</returns>
    public static RoleEstimate Estimate(TrackAnalysis analysis, string? trackName)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        if (analysis.Extended.Loudness.IntegratedLufs is null || analysis.Extended.TonalBalance.Count == 0)
        {
            return new RoleEstimate(TrackRole.Unknown, 0, [], "Too little was heard to tell a role.");
        }

        RoleName? name = RoleName.Read(trackName);
        double[] weights = [.. Roles.Select(role => Measured(role, analysis.Features) * Named(role, name))];
        double sum = weights.Sum();
        RoleProbability[] ranked =
        [
            .. Roles.Select((role, index) => new RoleProbability(role, weights[index] / sum)).OrderByDescending(role => role.Probability),
        ];
        TrackRole told = ranked[0].Probability >= LeastConfidence ? ranked[0].Role : TrackRole.Unknown;
        string measured = string.Create(
            CultureInfo.InvariantCulture,
            $"brightness {analysis.Features.Number(FeatureIds.SpectralCentroid):0} Hz, percussive share {analysis.Features.Number(FeatureIds.PercussiveRatio):0.00}");
        return new RoleEstimate(
            told, ranked[0].Probability, ranked, name is null ? $"From what was measured: {measured}." : $"The name says \"{name.Word}\"; measured: {measured}.");
    }

    private static double Named(TrackRole role, RoleName? name) => name is null ? 1
        : name.Roles.Contains(role) ? name.Probability / name.Roles.Count
        : (1 - name.Probability) / (Roles.Length - name.Roles.Count);

    private static double Measured(TrackRole role, FeatureSet features)
    {
        bool struck = features.Number(FeatureIds.PercussiveRatio) > 0.75;
        bool low = features.Number(FeatureIds.SpectralCentroid) < 450;
        double evidence = role switch
        {
            TrackRole.Drums => struck ? 0.8 : 0.05,
            TrackRole.Bass => low && !struck ? 0.6 : 0.05,
            TrackRole.FullMix => struck || low ? 0.05 : 0.3,
            _ => 0.1,
        };
        return Math.Max(evidence, LeastMeasured);
    }
}
