using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Advice;

/// <summary>What is usual for a track of a role; thresholds that depend on the role come from here.</summary>
/// <remarks>Measured by the verb "norms" of tools/GrooveGuru.Fitting, whose README says on what.</remarks>
public static partial class RoleNorms
{
    /// <summary>The measures that have norms.</summary>
    public static IReadOnlyList<string> MeasureIdsWithNorms { get; } =
    [
        MeasureIds.RangeLu, MeasureIds.PeakToLoudnessLu, FeatureIds.CrestFactor, MeasureIds.GapContrastDb, MeasureIds.OvertonesDb,
        FeatureIds.StereoWidth, MeasureIds.BrightnessExcessDb, MeasureIds.LowMidExcessDb,
    ];

    /// <summary>The norm of a measure for a role.</summary>
    /// <returns>Null for a measure or role without one.</returns>
    public static RoleNorm? Of(TrackRole role, string measureId) => Table.GetValueOrDefault((role, measureId));
}
