namespace GrooveGuru.Core.Semantics.Roles;

/// <summary>What a track does in a song.</summary>
public enum TrackRole
{
    /// <summary>It could not be told.</summary>
    Unknown,

    /// <summary>A drum kit, one of its parts, or other percussion.</summary>
    Drums,

    /// <summary>Bass guitar, double bass or synthesiser bass.</summary>
    Bass,

    /// <summary>A voice that sings, speaks or raps, or a choir.</summary>
    Vocal,

    /// <summary>Piano, electric piano, organ or other keys.</summary>
    Keys,

    /// <summary>Acoustic or electric guitar and its relatives.</summary>
    Guitar,

    /// <summary>Held chords: a synthesiser pad or a string section.</summary>
    Pad,

    /// <summary>A leading melody: synthesiser lead, solo wind or bowed instrument.</summary>
    Lead,

    /// <summary>Several of these together: a mix, or the sum of the song.</summary>
    FullMix,
}
