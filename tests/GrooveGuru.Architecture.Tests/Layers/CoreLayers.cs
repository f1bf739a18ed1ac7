namespace GrooveGuru.Architecture.Tests.Layers;

/// <summary>The architecture of Core, as data: each folder, and the folders that it may know.</summary>
internal static class CoreLayers
{
    /// <summary>The namespace that the folders are in.</summary>
    public const string Root = "GrooveGuru.Core";

    private static readonly string[] Ground = ["Errors", "Progress", "Concurrency", "Realtime"];
    private static readonly string[] Sound = [.. Ground, "Audio", "Dsp"];
    private static readonly string[] Measures = [.. Sound, "Loudness", "Rhythm", "Tonality", "Form"];

    /// <summary>What each folder may know beside itself; a folder that is not here may not exist.</summary>
    public static IReadOnlyDictionary<string, string[]> Allowed { get; } = new Dictionary<string, string[]>
    {
        // The ground: no music yet.
        ["Errors"] = [],
        ["Progress"] = [],
        ["Concurrency"] = [],
        ["Realtime"] = [],
        ["Audio"] = [.. Ground],
        ["Dsp"] = [.. Ground, "Audio"],

        // What is heard: each measure alone, then the catalogue of all of them.
        ["Loudness"] = Sound,
        ["Rhythm"] = Sound,
        ["Tonality"] = Sound,
        ["Form"] = [.. Sound, "Rhythm", "Tonality"],
        ["Features"] = Measures,

        // What it means, what to do about it, and both together on one page.
        ["Semantics"] = [.. Measures, "Features"],
        ["Mixing"] = [.. Sound, "Loudness"],
        ["Advice"] = [.. Measures, "Features", "Semantics", "Mixing"],
        ["Reports"] = [.. Measures, "Features", "Semantics", "Mixing", "Advice"],

        // What is made from audio, and audio that is made.
        ["Midi"] = Sound,
        ["Transcription"] = [.. Measures, "Features", "Midi"],
        ["Separation"] = Measures,
        ["Synthesis"] = [.. Sound, "Midi"],
        ["Arrangement"] = [.. Measures, "Features", "Semantics", "Midi", "Transcription", "Synthesis"],
        ["Generation"] = [.. Measures, "Features", "Midi", "Synthesis"],
        ["DemoSong"] = [.. Sound, "Midi", "Synthesis", "Mixing"],
    };
}
