using System.Buffers;
using System.Text;
using System.Text.Json;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>The notes as the page's script draws them: whole milliseconds, bounded in number.</summary>
internal static class NotesPageData
{
    /// <summary>The most notes that are drawn; of more, the first.</summary>
    public const int MaxNotes = 100_000;

    // More are no help to the eye, whatever tempo somebody tells.
    private const int MaxBars = 20_000;
    private const double MillisecondsPerSecond = 1000;

    /// <summary>Makes it.</summary>
    /// <returns>JSON that holds neither angle brackets nor ampersands, so that it can stand in a page.</returns>
    public static string Make(NotesPageContent content)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("duration", Milliseconds(content.DurationSeconds));
            Array(json, "bars", Bars(content));
            json.WriteStartArray("parts");
            int left = MaxNotes;
            foreach ((_, MidiSong song) in content.Files)
            {
                foreach (MidiTrack track in song.Tracks)
                {
                    left -= Part(json, song, track, content.OffsetSeconds, left);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Whether a track is of drums.</summary>
    public static bool IsDrums(MidiTrack track) => track.Notes.Count > 0 && track.Notes[0].Channel == MidiTrack.DrumChannel;

    private static int Part(Utf8JsonWriter json, MidiSong song, MidiTrack track, double offsetSeconds, int most)
    {
        MidiNote[] notes = [.. track.Notes.OrderBy(note => note.StartTicks).Take(most)];
        json.WriteStartObject();
        json.WriteString("name", track.Name);
        json.WriteBoolean("drums", IsDrums(track));
        if (IsDrums(track))
        {
            json.WriteStartObject("lanes");
            foreach (int key in notes.Select(note => note.Pitch).Distinct().Order())
            {
                json.WriteString($"{key}", PercussionNames.Of(key));
            }

            json.WriteEndObject();
        }

        SongClock clock = new(song);
        Array(json, "notes", notes.SelectMany(note =>
        {
            long start = Milliseconds(clock.SecondsAt(note.StartTicks) + offsetSeconds);
            long end = Milliseconds(clock.SecondsAt(note.StartTicks + note.LengthTicks) + offsetSeconds);
            return new[] { start, Math.Max(1, end - start), note.Pitch, note.Velocity };
        }));
        json.WriteEndObject();
        return notes.Length;
    }

    private static List<long> Bars(NotesPageContent content)
    {
        if (!content.HasPulse || content.Files.Count == 0)
        {
            return [];
        }

        MidiSong song = content.Files[0].Song;
        MidiMeterChange meter = song.Meters is [{ } first, ..] ? first : new MidiMeterChange(0, 4, 4);
        long barTicks = Math.Max(1, (long)song.TicksPerQuarter * 4 * meter.Numerator / meter.Denominator);
        SongClock clock = new(song);
        double end = Math.Max(content.DurationSeconds, content.Files.Max(file => LastSeconds(file.Song) + content.OffsetSeconds));
        List<long> bars = [];
        for (long bar = 0; bars.Count <= MaxBars; bar++)
        {
            double at = clock.SecondsAt(bar * barTicks) + content.OffsetSeconds;
            if (at > end)
            {
                return bars;
            }

            bars.Add(Milliseconds(at));
        }

        return [];
    }

    private static double LastSeconds(MidiSong song)
    {
        SongClock clock = new(song);
        return song.Tracks.SelectMany(track => track.Notes).Select(note => clock.SecondsAt(note.StartTicks + note.LengthTicks)).DefaultIfEmpty(0).Max();
    }

    private static void Array(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static long Milliseconds(double seconds) => (long)Math.Round(seconds * MillisecondsPerSecond);
}
