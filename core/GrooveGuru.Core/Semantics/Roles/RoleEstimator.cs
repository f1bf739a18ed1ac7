using System.Globalization;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Semantics.Roles;

/// <summary>Guesses what a track does in a song, from what was measured and from its name.</summary>
/// <remarks>
/// The sound speaks by <see cref="RoleModel"/>, the name by <see cref="RoleName"/>; the two are independent signs of one thing, and their
/// probabilities multiply. A sound never rules a role out entirely, so that a clear name decides; the confidence is lower where the sound
/// disagrees. Without a sound the name says nothing.
/// </remarks>
public static class RoleEstimator
{
    /// <summary>Below this probability the role is not told.</summary>
    public const double LeastConfidence = 0.5;

    private const double LeastSounding = 0.02;
    private const int SignsToName = 3;
    private const double LeastPercent = 0.1;

    private static readonly int RoleCount = RoleModel.Outcomes.Count - 1;

    /// <summary>The role of a track.</summary>
    /// <param name="analysis">What was measured.</param>
    /// <param name="trackName">The track's name in the DAW or the file's; null where it has none.</param>
    /// <returns>The estimate; <see cref="TrackRole.Unknown"/> with confidence 0 for silence, whatever the name.</returns>
    public static RoleEstimate Estimate(TrackAnalysis analysis, string? trackName)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        if (!CanBeHeard(analysis))
        {
            return new RoleEstimate(TrackRole.Unknown, 0, [], "Too little was heard to tell a role.");
        }

        double[] inputs = RoleModel.Inputs(RoleModel.Measure(analysis));
        RoleName? name = RoleName.Read(trackName);
        RoleEstimate estimate = Decide(RoleModel.Probabilities(inputs), name);
        return estimate with { DecidedBy = Because(analysis, inputs, estimate) };
    }

    /// <summary>Whether enough sounds to tell a role from.</summary>
    internal static bool CanBeHeard(TrackAnalysis analysis) =>
        analysis.Extended.Loudness.IntegratedLufs is not null && analysis.Extended.TonalBalance.Count > 0;

    /// <summary>The estimate without its sentence.</summary>
    /// <param name="sounding">Probabilities of <see cref="RoleModel.Outcomes"/> by the sound.</param>
    /// <param name="name">What the name says; null where it says nothing.</param>
    internal static RoleEstimate Decide(IReadOnlyList<double> sounding, RoleName? name)
    {
        double[] weights =
        [
            .. RoleModel.Outcomes.Select((role, index) =>
                (role == TrackRole.Unknown ? sounding[index] : Math.Max(sounding[index], name is null ? 0 : LeastSounding)) * Named(role, name)),
        ];
        double sum = weights.Sum();
        RoleProbability[] ranked =
        [
            .. RoleModel.Outcomes.Take(RoleCount).Select((role, index) => new RoleProbability(role, weights[index] / sum))
                .OrderByDescending(role => role.Probability),
        ];
        RoleProbability first = ranked[0];
        int loudest = Enumerable.Range(0, RoleCount).MaxBy(index => sounding[index]);
        return new RoleEstimate(first.Probability >= LeastConfidence ? first.Role : TrackRole.Unknown, first.Probability, ranked, "")
        {
            SoundAgrees = RoleModel.Outcomes[loudest] == first.Role && sounding[loudest] > sounding[^1],
            NameWord = name?.Word,
        };
    }

    private static double Named(TrackRole role, RoleName? name) => name is null ? 1
        : name.Roles.Contains(role) ? name.Probability / name.Roles.Count
        : (1 - name.Probability) / (RoleCount - name.Roles.Count);

    private static string Because(TrackAnalysis analysis, double[] inputs, RoleEstimate estimate)
    {
        TrackRole role = estimate.Alternatives[0].Role;
        double[] contributions = RoleModel.Contributions(inputs, RoleModel.Outcomes.ToList().IndexOf(role));
        string[] signs =
        [
            .. RoleSigns.All.Zip(contributions).Where(pair => pair.First.IsPlain && pair.Second > 0 && pair.First.Value(analysis) is not null)
                .OrderByDescending(pair => pair.Second).Take(SignsToName)
                .Select(pair => Written(pair.First, pair.First.Value(analysis)!.Value)),
        ];
        string spoken = signs.Length == 0 ? "no single measure" : string.Join(", ", signs);
        string heard = $"what speaks for {RoleText.Name(role)} in the sound: {spoken}";
        return estimate.NameWord is string word
            ? $"The name says \"{word}\"; {heard}{(estimate.SoundAgrees ? "" : "; by itself the sound says something else")}."
            : $"{char.ToUpperInvariant(heard[0])}{heard[1..]}.";
    }

    private static string Written(RoleSign sign, double value)
    {
        if (sign.Unit == "%" && value < LeastPercent)
        {
            return $"hardly any {sign.Name}";
        }

        string format = Math.Abs(value) >= 100 ? "0" : Math.Abs(value) >= 10 ? "0.0" : "0.00";
        return $"{sign.Name} {value.ToString(format, CultureInfo.InvariantCulture)} {sign.Unit}".TrimEnd();
    }
}
