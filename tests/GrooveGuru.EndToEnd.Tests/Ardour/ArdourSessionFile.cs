using System.Globalization;
using System.Xml.Linq;

namespace GrooveGuru.EndToEnd.Tests.Ardour;

/// <summary>Puts audio on a track of a saved session: outside its window Ardour 7 has no call for that.</summary>
internal static class ArdourSessionFile
{
    private const int SuperclockTicksPerSecond = 282_240_000;
    private const int FirstSourceId = 900_001;
    private const int WholeFileRegionId = 900_100;
    private const int RegionId = 900_101;
    private const int RangeId = 900_200;
    private const int NextId = 910_000;

    /// <summary>Places a file at the start of a track, and the session's range around it.</summary>
    /// <param name="path">The session's file; rewritten.</param>
    /// <param name="trackName">The track.</param>
    /// <param name="wavPath">The audio, absolute, at the session's rate.</param>
    /// <param name="channelCount">Its channels.</param>
    /// <param name="seconds">Its length, s.</param>
    public static void PlaceAudio(string path, string trackName, string wavPath, int channelCount, int seconds)
    {
        XDocument session = XDocument.Load(path);
        XElement root = session.Root!;
        string length = string.Create(CultureInfo.InvariantCulture, $"a{(long)seconds * SuperclockTicksPerSecond}");
        root.Element("Sources")!.Add(Enumerable.Range(0, channelCount).Select(channel => Source(wavPath, channel)));
        root.Element("Regions")!.Add(Region(WholeFileRegionId, isWholeFile: true, length, channelCount));
        root.Descendants("Playlist").Single(playlist => (string?)playlist.Attribute("name") == trackName)
            .Add(Region(RegionId, isWholeFile: false, length, channelCount));
        root.Element("Locations")!.ReplaceNodes(Attributes("Location",
            ("id", RangeId), ("name", "session"), ("start", "a0"), ("end", length), ("flags", "IsSessionRange"),
            ("locked", 0), ("timestamp", 0), ("cue", 0)));
        root.SetAttributeValue("id-counter", NextId);
        session.Save(path);
    }

    /// <summary>Has the window of a track's plugin shown when the session is opened.</summary>
    public static void ShowPluginWindow(string path, string trackName)
    {
        XDocument session = XDocument.Load(path);
        XElement track = session.Descendants("Route").Single(route => (string?)route.Attribute("name") == trackName);
        string plugin = (string)track.Elements("Processor").Single(processor => (string?)processor.Attribute("type") == "vst3").Attribute("id")!;
        string name = $"P-{(string)track.Attribute("id")!}-{plugin}";
        session.Descendants("Window").Where(window => (string?)window.Attribute("name") == name).Remove();
        XElement shown = Attributes("Window",
            ("name", name), ("visible", 1), ("x-off", 700), ("y-off", 300), ("x-size", -1), ("y-size", -1), ("custom-ui", 1));
        if (session.Descendants("UI").FirstOrDefault() is { } known)
        {
            known.AddFirst(shown);
        }
        else
        {
            session.Root!.Add(new XElement("Extra", new XElement("UI", shown)));
        }

        session.Save(path);
    }

    /// <summary>Names of the regions on MIDI tracks.</summary>
    public static IReadOnlyList<string> MidiRegionNames(string path) => XDocument.Load(path).Descendants("Playlist")
        .Where(playlist => (string?)playlist.Attribute("type") == "midi")
        .SelectMany(playlist => playlist.Elements("Region"))
        .Select(region => (string)region.Attribute("name")!).ToArray();

    private static XElement Source(string wavPath, int channel) => Attributes("Source",
        ("name", wavPath), ("take-id", ""), ("type", "audio"), ("flags", ""), ("id", FirstSourceId + channel), ("timestamp", 0),
        ("natural-position", "a0"), ("captured-for", ""), ("channel", channel), ("origin", wavPath), ("gain", 1));

    private static XElement Region(int id, bool isWholeFile, string length, int channelCount)
    {
        XElement region = Attributes("Region",
            ("name", "song"), ("muted", 0), ("opaque", 1), ("locked", 0), ("video-locked", 0), ("automatic", 0),
            ("whole-file", isWholeFile ? 1 : 0), ("import", 0), ("external", 1), ("sync-marked", 0), ("hidden", 0),
            ("position-locked", 0), ("start", "a0"), ("length", $"{length}@a0"), ("sync-position", "a0"), ("ancestral-start", "a0"),
            ("ancestral-length", "a0@a0"), ("stretch", 1), ("shift", 1), ("layering-index", 0), ("tags", ""), ("contents", 0),
            ("envelope-active", 0), ("default-fade-in", 0), ("default-fade-out", 0), ("fade-in-active", 0), ("fade-out-active", 0),
            ("scale-amplitude", 1), ("id", id), ("type", "audio"), ("first-edit", "nothing"), ("channels", channelCount));
        for (int channel = 0; channel < channelCount; channel++)
        {
            region.SetAttributeValue($"source-{channel}", FirstSourceId + channel);
            region.SetAttributeValue($"master-source-{channel}", FirstSourceId + channel);
        }

        return region;
    }

    private static XElement Attributes(string name, params (string Name, object Value)[] attributes) =>
        new(name, attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value)));
}
