namespace GrooveGuru.Core.DemoSong;

/// <summary>The parts of the demo song: names of its stems and of the parts of its notes.</summary>
public static class DemoSongParts
{
    /// <summary>Kick, snare, hats, crash.</summary>
    public const string Drums = "drums";

    /// <summary>Bass line.</summary>
    public const string Bass = "bass";

    /// <summary>Keys.</summary>
    public const string Chords = "chords";

    /// <summary>Melody.</summary>
    public const string Lead = "lead";

    /// <summary>All of them, in the order in which the stems are summed.</summary>
    public static IReadOnlyList<string> All { get; } = [Drums, Bass, Chords, Lead];
}
