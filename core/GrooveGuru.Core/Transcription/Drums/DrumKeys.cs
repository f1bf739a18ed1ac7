namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>The keys of General MIDI percussion (General MIDI 1 percussion key map) and the kinds of stroke that they are.</summary>
public static class DrumKeys
{
    /// <summary>Toms from the lowest to the highest.</summary>
    public static IReadOnlyList<int> Toms { get; } = [41, 43, 45, 47, 48, 50];

    /// <summary>The kind of a key.</summary>
    /// <param name="key">General MIDI percussion key.</param>
    /// <returns>Null for what is none of a drum set: bells, shakers, hand drums.</returns>
    public static DrumKind? KindOf(int key) => key switch
    {
        35 or 36 => DrumKind.Kick,
        38 or 39 or 40 => DrumKind.Snare,
        37 => DrumKind.SideStick,
        42 or 44 => DrumKind.ClosedHat,
        46 => DrumKind.OpenHat,
        41 or 43 or 45 or 47 or 48 or 50 => DrumKind.Tom,
        49 or 52 or 55 or 57 => DrumKind.Crash,
        51 or 53 or 59 => DrumKind.Ride,
        _ => null,
    };

    /// <summary>The key that a kind is written with; the middle tom where the tom is not known.</summary>
    public static int KeyOf(DrumKind kind) => kind switch
    {
        DrumKind.Kick => 36,
        DrumKind.Snare => 38,
        DrumKind.SideStick => 37,
        DrumKind.ClosedHat => 42,
        DrumKind.OpenHat => 46,
        DrumKind.Tom => 45,
        DrumKind.Crash => 49,
        DrumKind.Ride => 51,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of stroke."),
    };
}
