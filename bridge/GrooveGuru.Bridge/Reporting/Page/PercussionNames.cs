using System.Globalization;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>What a key of the drum channel is called.</summary>
/// <remarks>General MIDI System Level 1, percussion key map.</remarks>
internal static class PercussionNames
{
    private static readonly Dictionary<int, string> Known = new()
    {
        [35] = "Kick 2",
        [36] = "Kick",
        [37] = "Side stick",
        [38] = "Snare",
        [39] = "Clap",
        [40] = "Snare 2",
        [41] = "Floor tom low",
        [42] = "Hat closed",
        [43] = "Floor tom",
        [44] = "Hat pedal",
        [45] = "Tom low",
        [46] = "Hat open",
        [47] = "Tom low mid",
        [48] = "Tom high mid",
        [49] = "Crash",
        [50] = "Tom high",
        [51] = "Ride",
        [52] = "China",
        [53] = "Ride bell",
        [54] = "Tambourine",
        [55] = "Splash",
        [56] = "Cowbell",
        [57] = "Crash 2",
        [59] = "Ride 2",
    };

    /// <summary>The name of a key; of one that is rare, its number.</summary>
    /// <param name="key">MIDI note number, 0 to 127.</param>
    public static string Of(int key) => Known.TryGetValue(key, out string? name) ? name : string.Create(CultureInfo.InvariantCulture, $"Key {key}");
}
