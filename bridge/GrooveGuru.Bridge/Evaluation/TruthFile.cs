using System.Globalization;
using System.Text.Json;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Bridge.Evaluation;

/// <summary>
/// Reads the truth about a set of pieces: a JSON array of objects with "id" and "file" and, where known, "key" ("Eb major", "Am"), "bpm",
/// "meter" ("4/4") or "beats_per_bar", "beats" and "downbeats" [s], "notes" and "drums" (each with "onset" in s; notes may have "offset"
/// in s and "pitch" too, drums "pitch" and "velocity"), "chords" ([start, end, label]).
/// </summary>
internal static class TruthFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="GrooveGuruException">It is not such a file; the message says where.</exception>
    public static IReadOnlyList<TruthPiece> Read(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            using JsonDocument document = JsonDocument.Parse(stream);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                throw new GrooveGuruException($"{path} is no list of pieces: a JSON array of objects with \"id\" and \"file\" is expected.");
            }

            List<TruthPiece> pieces = [];
            HashSet<string> ids = new(StringComparer.Ordinal);
            foreach (JsonElement value in document.RootElement.EnumerateArray())
            {
                TruthEntry entry = new(string.Create(CultureInfo.InvariantCulture, $"{path}: entry {pieces.Count + 1}"), value);
                TruthPiece piece = ReadPiece(entry.Object("an object with \"id\" and \"file\""));
                pieces.Add(ids.Add(piece.Id) ? piece : throw entry.Error($"there is another piece with the id \"{piece.Id}\"."));
            }

            return pieces;
        }
        catch (JsonException error)
        {
            throw new GrooveGuruException(string.Create(
                CultureInfo.InvariantCulture, $"{path} is no JSON: look at line {(error.LineNumber ?? 0) + 1}."));
        }
    }

    private static TruthPiece ReadPiece(TruthEntry piece) => new()
    {
        Id = piece.RequiredText("id", "song1"),
        File = piece.RequiredText("file", "song1.wav"),
        Key = piece.Field("key") is { } key ? ReadKey(key) : null,
        Bpm = piece.Field("bpm") is { } bpm ? ReadBpm(bpm) : null,
        BeatsPerBar = ReadBeatsPerBar(piece),
        BeatsSeconds = Times(piece, "beats"),
        DownbeatsSeconds = Times(piece, "downbeats"),
        OnsetsSeconds = [.. Sounds(piece, "notes").Concat(Sounds(piece, "drums")).Select(OnsetSeconds).Order()],
        Notes = [.. Sounds(piece, "notes").Select(ReadNote).OfType<TruthNote>()],
        Strokes = [.. Sounds(piece, "drums").Select(ReadStroke).OfType<TruthStroke>()],
        Chords = piece.Field("chords") is { } chords ? [.. chords.Items().Select(ReadChord)] : [],
    };

    // "Em" and "C" are keys to many who write them down; MusicalKey reads "E minor" and "C major".
    private static MusicalKey ReadKey(TruthEntry entry)
    {
        string text = entry.Text("A minor").Trim(), name = text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
        string spelled = name.Contains(' ', StringComparison.Ordinal) ? name : name.EndsWith('m') ? name[..^1] + " minor" : name + " major";
        return MusicalKey.TryParse(spelled, out MusicalKey key)
            ? key
            : throw entry.Error($"\"{text}\" is no key; \"Eb major\", \"A minor\" or \"Am\" would be.");
    }

    private static double ReadBpm(TruthEntry entry) =>
        entry.Number() is > 0 and var bpm ? bpm : throw entry.Error("a tempo lies above 0; leave the field out where there is none.");

    // Beats of compound meters (6/8) may be eighths or dotted quarters: without "beats_per_bar" they are not judged.
    private static int? ReadBeatsPerBar(TruthEntry piece)
    {
        const int max = 64;
        if (piece.Field("beats_per_bar") is { } beats)
        {
            return beats.Whole(1, max);
        }

        if (piece.Field("meter") is not { } meter)
        {
            return null;
        }

        string text = meter.Text("4/4");
        return text.Split('/') is [var count, var unit]
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= max
            && int.TryParse(unit, NumberStyles.None, CultureInfo.InvariantCulture, out int part) && part is 1 or 2 or 4 or 8 or 16 or 32
            ? part is 2 or 4 ? number : null
            : throw meter.Error($"\"{text}\" is no meter; \"4/4\" would be.");
    }

    private static List<double> Times(TruthEntry piece, string name)
    {
        List<double> times = [];
        foreach (TruthEntry time in piece.Field(name)?.Items() ?? [])
        {
            double seconds = time.Seconds();
            times.Add(times.Count == 0 || seconds > times[^1] ? seconds : throw time.Error("the times must rise."));
        }

        return times;
    }

    private static IEnumerable<TruthEntry> Sounds(TruthEntry piece, string name) =>
        (piece.Field(name)?.Items() ?? []).Select(note => note.Object("an object with \"onset\""));

    private static double OnsetSeconds(TruthEntry note) => (note.Field("onset") ?? throw note.Error("there is no \"onset\".")).Seconds();

    private static TruthNote? ReadNote(TruthEntry note)
    {
        const int maxPitch = 127;
        return note.Field("offset") is { } offset && note.Field("pitch") is { } pitch
            ? new TruthNote(OnsetSeconds(note), offset.Seconds(), pitch.Whole(0, maxPitch))
            : null;
    }

    private static TruthStroke? ReadStroke(TruthEntry stroke)
    {
        const int maxKey = 127;
        return stroke.Field("pitch") is { } key
            ? new TruthStroke(OnsetSeconds(stroke), key.Whole(0, maxKey), stroke.Field("velocity")?.Whole(1, maxKey))
            : null;
    }

    private static ChordSegment ReadChord(TruthEntry entry)
    {
        if (entry.Value.ValueKind != JsonValueKind.Array || entry.Items() is not [var start, var end, var label])
        {
            throw entry.Error("a chord is a list of start, end and label: [0, 2.5, \"Am\"].");
        }

        string text = label.Text("Am");
        ChordSegment chord = new(start.Seconds(), end.Seconds(), text, 1);
        return chord.EndSeconds <= chord.StartSeconds ? throw entry.Error("the end must lie after the start.")
            : !ChordLabel.IsKnown(text) ? throw label.Error($"\"{text}\" is no chord label; \"Am\", \"A:min\", \"G7\" or \"N\" would be.")
            : chord;
    }
}
