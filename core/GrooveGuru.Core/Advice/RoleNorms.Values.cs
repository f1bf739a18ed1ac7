using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Advice;

/// <content>Written by the verb "norms" of tools/GrooveGuru.Fitting.</content>
public static partial class RoleNorms
{
    private static readonly Dictionary<(TrackRole Role, string MeasureId), RoleNorm> Table = new()
    {
    };
}
