using System.Globalization;
using System.Text.Json;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Bridge.Evaluation;

/// <summary>
/// Reads the truth about a set of pieces: a JSON array of objects with "id" and "file" and, where known, "key" ("Eb major"), "bpm",
/// "meter" ("4/4") or "beats_per_bar", "beats" and "downbeats" [s], "notes" and "drums" (each with "onset" in s; notes may have "offset"
/// in s and "pitch" too), "chords" ([start, end, label]).
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

            return [.. document.RootElement.EnumerateArray().Select((piece, index) => ReadPiece(path, piece, index))];
        }
        catch (JsonException error)
        {
            throw new GrooveGuruException($"{path} is no JSON: {error.Message}");
        }
    }

    private static TruthPiece ReadPiece(string path, JsonElement piece, int index)
    {
        try
        {
            return new TruthPiece
            {
                Id = piece.GetProperty("id").GetString()!,
                File = piece.GetProperty("file").GetString()!,
                Key = Text(piece, "key") is { } name ? ParseKey(name) : null,
                Bpm = piece.TryGetProperty("bpm", out JsonElement bpm) ? bpm.GetDouble() : null,
                BeatsPerBar = ReadBeatsPerBar(piece),
                BeatsSeconds = Times(piece, "beats"),
                DownbeatsSeconds = Times(piece, "downbeats"),
                OnsetsSeconds = [.. Onsets(piece, "notes").Concat(Onsets(piece, "drums")).Order()],
                Notes = ReadNotes(piece),
                Chords = ReadChords(piece),
            };
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new GrooveGuruException(string.Create(
                CultureInfo.InvariantCulture, $"{path}: entry {index + 1} cannot be read: {error.Message}"));
        }
    }

    private static MusicalKey ParseKey(string name) => MusicalKey.TryParse(name, out MusicalKey key)
        ? key
        : throw new FormatException($"\"{name}\" is no key; \"Eb major\" or \"A minor\" would be.");

    // Beats of compound meters (6/8) may be eighths or dotted quarters: without "beats_per_bar" they are not judged.
    private static int? ReadBeatsPerBar(JsonElement piece)
    {
        if (piece.TryGetProperty("beats_per_bar", out JsonElement beats))
        {
            return beats.GetInt32();
        }

        string[] parts = Text(piece, "meter")?.Split('/') ?? [];
        return parts is [var count, "4" or "2"] && int.TryParse(count, CultureInfo.InvariantCulture, out int number) ? number : null;
    }

    private static IReadOnlyList<double> Times(JsonElement piece, string name) =>
        piece.TryGetProperty(name, out JsonElement times) ? [.. times.EnumerateArray().Select(time => time.GetDouble())] : [];

    private static IEnumerable<double> Onsets(JsonElement piece, string name) =>
        piece.TryGetProperty(name, out JsonElement notes) ? notes.EnumerateArray().Select(note => note.GetProperty("onset").GetDouble()) : [];

    private static IReadOnlyList<TruthNote> ReadNotes(JsonElement piece) => !piece.TryGetProperty("notes", out JsonElement notes)
        ? []
        : [.. notes.EnumerateArray()
            .Where(note => note.TryGetProperty("offset", out _) && note.TryGetProperty("pitch", out _))
            .Select(note => new TruthNote(
                note.GetProperty("onset").GetDouble(), note.GetProperty("offset").GetDouble(), note.GetProperty("pitch").GetInt32()))];

    private static IReadOnlyList<ChordSegment> ReadChords(JsonElement piece) => !piece.TryGetProperty("chords", out JsonElement chords)
        ? []
        : [.. chords.EnumerateArray().Select(chord => new ChordSegment(chord[0].GetDouble(), chord[1].GetDouble(), chord[2].GetString()!, 1))];

    private static string? Text(JsonElement piece, string name) =>
        piece.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
