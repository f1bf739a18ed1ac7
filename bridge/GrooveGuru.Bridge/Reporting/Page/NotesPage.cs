using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>
/// Notes that were written, as one HTML page: a piano roll, tempo, key and meter, links to the files and, where there is a preview, a player
/// whose place runs over the roll. The files beside it are all that it loads.
/// </summary>
internal static class NotesPage
{
    private static readonly string Style = PageResource.Read("report-page.css") + PageResource.Read("notes-page.css");
    private static readonly string Script = PageResource.Read("notes-page.js");
    private static readonly string ScriptHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));
    private static readonly string[] Names = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

    /// <summary>Writes the page.</summary>
    /// <param name="output">Receives UTF-8: some 18 kB, 8 bytes for each bar and some 22 for each note, of at most <see cref="NotesPageData.MaxNotes"/>.</param>
    /// <param name="content">What it shows.</param>
    public static void Write(Stream output, NotesPageContent content)
    {
        StringBuilder html = new();
        html.Append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; ")
            .Append($"media-src 'self' file:; script-src 'sha256-{ScriptHash}'\">")
            .Append($"<title>{Text(content.Title)} – Groove Guru</title><style>").Append(Style).Append("</style></head><body><main>");
        AppendHeader(html, content);
        AppendPlayer(html, content);
        AppendRoll(html, content);
        AppendParts(html, content);
        html.Append("<script type=\"application/json\" id=\"score\">").Append(NotesPageData.Make(content)).Append("</script>")
            .Append("<script>").Append(Script).Append("</script></main></body></html>\n");
        output.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static void AppendHeader(StringBuilder html, NotesPageContent content)
    {
        MidiSong? song = content.Files.Count > 0 ? content.Files[0].Song : null;
        html.Append($"<h1>{Text(content.Title)}</h1>");
        if (content.DurationSeconds > 0)
        {
            html.Append($"<p class=\"quiet\">{SvgPlot.Clock(content.DurationSeconds)}</p>");
        }

        html.Append("<div class=\"tiles\">");
        AppendTile(html, "Notes", content.NoteCount.ToString("N0", CultureInfo.InvariantCulture));
        AppendTile(html, "Tempo", content.HasPulse && song is not null ? Tempo(song) : "unsure");
        AppendTile(html, "Key", song?.Keys is [{ } key, ..] ? KeyNames.Of(key) : "unsure");
        AppendTile(html, "Meter", !content.HasPulse ? "unsure" : song?.Meters is [{ } meter, ..] ? $"{meter.Numerator}/{meter.Denominator}" : "4/4");
        html.Append("</div>");
        if (content.Notice is { } notice)
        {
            html.Append($"<div class=\"words\"><p>{ReportPageText.Prose(notice)}</p></div>");
        }
    }

    private static void AppendPlayer(StringBuilder html, NotesPageContent content)
    {
        if (content.PreviewAddress is { } preview)
        {
            html.Append("<section><h2>Listen</h2>")
                .Append($"<audio id=\"preview\" controls preload=\"metadata\" src=\"{Text(preview)}\"></audio>")
                .Append("<p class=\"quiet\" id=\"listen\">Left: the recording. Right: the notes. Click into the roll to listen from there.</p></section>");
        }
    }

    private static void AppendRoll(StringBuilder html, NotesPageContent content)
    {
        int count = content.NoteCount;
        html.Append("<section><h2>Notes</h2><figure><div class=\"tools\"><span id=\"key\"></span><output id=\"place\"></output>")
            .Append("<button id=\"out\" type=\"button\" title=\"Show more at once\">−</button><button id=\"in\" type=\"button\" title=\"Show less at once\">+</button>")
            .Append("<button id=\"all\" type=\"button\">Whole piece</button></div>")
            .Append("<div id=\"roll\" tabindex=\"0\"><div id=\"room\"><div id=\"stack\">")
            .Append(CultureInfo.InvariantCulture, $"<canvas id=\"notes\" role=\"img\" aria-label=\"Piano roll of {count} notes\"></canvas><canvas id=\"head\" aria-hidden=\"true\"></canvas>")
            .Append("</div></div></div><noscript><p>The roll is drawn by a script, which this browser does not run.</p></noscript><figcaption>")
            .Append(content.HasPulse ? "Lines begin bars; where they stand too close, some of them. " : "No steady pulse was heard, so there are no bars. ")
            .Append("The paler a note, the softer.");
        if (count > NotesPageData.MaxNotes)
        {
            html.Append(CultureInfo.InvariantCulture, $" The first {NotesPageData.MaxNotes:N0} of {count:N0} notes are drawn; the files hold them all.");
        }

        html.Append("</figcaption></figure></section>");
    }

    private static void AppendParts(StringBuilder html, NotesPageContent content)
    {
        html.Append("<section><h2>Files</h2><div class=\"wide\"><table><thead><tr><th>Part</th><th class=\"number\">Notes</th><th>Range</th><th>File</th></tr></thead><tbody>");
        foreach ((string address, MidiSong song) in content.Files)
        {
            string name = Uri.UnescapeDataString(address[(address.LastIndexOf('/') + 1)..]);
            foreach (MidiTrack track in song.Tracks)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(track.Name)}</td><td class=\"number\">{track.Notes.Count:N0}</td><td>{Text(Range(track))}</td>")
                    .Append($"<td><a href=\"{Text(address)}\">{Text(name)}</a></td></tr>");
            }
        }

        html.Append("</tbody></table></div></section>");
    }

    private static string Range(MidiTrack track)
    {
        if (track.Notes.Count == 0)
        {
            return "";
        }

        int low = track.Notes.Min(note => note.Pitch), high = track.Notes.Max(note => note.Pitch);
        return NotesPageData.IsDrums(track)
            ? string.Join(", ", track.Notes.Select(note => note.Pitch).Distinct().Order().Select(PercussionNames.Of))
            : low == high ? PitchName(low) : $"{PitchName(low)} to {PitchName(high)}";
    }

    // Octaves as most DAWs count them: 60 is C4, A4 is 440 Hz.
    private static string PitchName(int pitch) => string.Create(CultureInfo.InvariantCulture, $"{Names[pitch % 12]}{(pitch / 12) - 1}");

    private static string Tempo(MidiSong song)
    {
        double[] tempos = song.Tempos.Count == 0 ? [MidiSong.DefaultTempoBpm] : [.. song.Tempos.Select(tempo => tempo.Bpm)];
        string low = FeatureText.Number(tempos.Min(), "0.#"), high = FeatureText.Number(tempos.Max(), "0.#");
        return low == high ? $"{low}\u00a0BPM" : $"{low} to {high}\u00a0BPM";
    }

    private static void AppendTile(StringBuilder html, string name, string value) =>
        html.Append($"<div class=\"tile\"><span>{Text(name)}</span><b>{Text(value)}</b></div>");

    private static string Text(string text) => SvgPlot.Escape(text);
}
