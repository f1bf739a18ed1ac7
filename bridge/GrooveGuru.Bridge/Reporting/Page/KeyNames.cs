using GrooveGuru.Core.Midi;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>What a key signature is called.</summary>
internal static class KeyNames
{
    private const int MostFlats = 7, FifthsToMinor = 3;

    // By fifths, from seven flats up; a minor key stands three fifths above its relative major.
    private static readonly string[] Tonics =
        ["Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#", "G#", "D#", "A#"];

    /// <summary>The name: "D minor".</summary>
    public static string Of(MidiKeyChange key) =>
        $"{Tonics[key.SharpsOrFlats + MostFlats + (key.IsMinor ? FifthsToMinor : 0)]} {(key.IsMinor ? "minor" : "major")}";
}
