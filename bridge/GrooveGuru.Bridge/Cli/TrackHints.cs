using GrooveGuru.Core.Reports;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Bridge.Cli;

/// <summary>What the user tells about a track.</summary>
/// <param name="Name">What it is called; null for the file's name.</param>
/// <param name="Role">What it is; null to guess.</param>
/// <param name="Against">An earlier report on it; null where there is none.</param>
internal sealed record TrackHints(string? Name, TrackRole? Role, string? Against)
{
    /// <summary>As the report needs it.</summary>
    /// <param name="fileName">What it is called where the user does not say.</param>
    public TrackHint For(string fileName) => new(Name ?? fileName, Role);
}
