namespace GrooveGuru.Core.Semantics.Roles;

/// <summary>The roles in words.</summary>
public static class RoleText
{
    /// <summary>A role as it stands in a sentence: "drums", "a bass", "a full mix"; "something unknown" for none.</summary>
    public static string Name(TrackRole role) => role switch
    {
        TrackRole.Drums => "drums",
        TrackRole.Bass => "a bass",
        TrackRole.Vocal => "a voice",
        TrackRole.Keys => "keys",
        TrackRole.Guitar => "a guitar",
        TrackRole.Pad => "a pad",
        TrackRole.Lead => "a lead",
        TrackRole.FullMix => "a full mix",
        _ => "something unknown",
    };
}
