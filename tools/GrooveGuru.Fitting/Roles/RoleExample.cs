using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Fitting.Roles;

/// <summary>A clip, or a cut of one, with its role.</summary>
/// <param name="Role">What it is; <see cref="TrackRole.Unknown"/> for what has no role.</param>
/// <param name="Group">The song it comes from.</param>
/// <param name="Kind">How it was made.</param>
/// <param name="Cut">Which part it is: whole, 3s, 6s.</param>
/// <param name="Name">The track's name.</param>
/// <param name="IsHeld">Whether nothing may be learnt from it.</param>
/// <param name="Signs">What was measured, see <see cref="RoleModel.Measure"/>.</param>
internal sealed record RoleExample(
    TrackRole Role, string Group, string Kind, string Cut, string Name, bool IsHeld, double[] Signs)
{
    /// <summary>Its place among the outcomes.</summary>
    public int Outcome { get; } = RoleModel.Outcomes.ToList().IndexOf(Role);

    /// <summary>An example from what was analysed.</summary>
    public static RoleExample Of(TrackRole role, string group, string kind, string cut, string name, bool isHeld, TrackAnalysis analysis) =>
        new(role, group, kind, cut, name, isHeld, RoleModel.Measure(analysis));
}
