namespace GrooveGuru.Core.DemoSong;

/// <summary>The demo song on paper: a tune of the project's own in D minor.</summary>
/// <remarks>Melody: "pitch:beats", "r" rests. Chords: "symbol:beats". Each string is a bar.</remarks>
internal static class DemoSongScore
{
    public const double TempoBpm = 112;
    public const string Key = "D minor";
    public const int BeatsPerBar = 4;

    /// <summary>Silence before bar 1: recordings seldom start on the beat.</summary>
    public const double StartOffsetSeconds = 0.25;

    /// <summary>The form: section, its chords and its melody; a section without melody has none.</summary>
    public static IReadOnlyList<(string Name, string[] Chords, string[] Melody)> Sections { get; } =
    [
        ("intro",
            ["Dm:4", "Bb:4", "Gm:4", "A7:4"],
            ["r:4", "r:4", "r:4", "r:3 A4:0.5 C#5:0.5"]),
        ("A",
            ["Dm:4", "Bb:4", "Gm:4", "A7:4", "Dm:4", "F:4", "Gm:2 A7:2", "Dm:4"],
            [
                "D5:1.5 E5:0.5 F5:1.5 E5:0.5",
                "D5:0.5 F5:0.5 Bb4:1 r:0.5 D5:0.5 F5:1",
                "G5:1.5 F5:0.5 D5:1 Bb4:1",
                "C#5:1 E5:0.5 G5:0.5 A5:1.5 r:0.5",
                "A5:1 F5:0.5 E5:0.5 D5:1.5 E5:0.5",
                "F5:1 A5:0.5 G5:0.5 F5:1 C5:1",
                "Bb4:0.5 D5:0.5 G5:1 E5:0.5 C#5:0.5 A4:1",
                "D5:3 r:1",
            ]),
        ("B",
            ["Gm:4", "C:4", "F:4", "A7:4"],
            [
                "Bb5:1.5 A5:0.5 G5:1 D5:1",
                "E5:0.5 G5:0.5 C6:1 Bb5:0.5 A5:0.5 G5:1",
                "A5:1.5 G5:0.5 F5:0.5 E5:0.5 C5:1",
                "E5:0.5 F5:0.5 E5:0.5 C#5:0.5 A4:1.5 r:0.5",
            ]),
        ("A",
            ["Dm:4", "Bb:4", "Gm:2 A7:2", "Dm:4"],
            [
                "A4:0.5 C#5:0.5 D5:0.5 E5:0.5 F5:1 G5:0.5 E5:0.5",
                "F5:0.5 D5:0.5 Bb4:0.5 D5:0.5 F5:1 Bb5:1",
                "A5:0.5 G5:0.5 D5:0.5 Bb4:0.5 C#5:0.5 E5:0.5 G5:0.5 E5:0.5",
                "D5:4",
            ]),
    ];
}
