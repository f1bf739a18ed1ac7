using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GrooveGuru.Bridge.Reporting.Page;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Bridge.Tests.Reporting.Page;

public sealed partial class NotesPageTests
{
    [Fact]
    public void Page_OfNotes_SaysWhatTheyAre()
    {
        string html = NotesPages.Html(NotesPages.Content() with { Notice = "Few notes -> listen." });

        Assert.Contains("<b>48</b>", html, StringComparison.Ordinal);
        Assert.Contains("120&#160;BPM", html, StringComparison.Ordinal);
        Assert.Contains("<b>D minor</b>", html, StringComparison.Ordinal);
        Assert.Contains("<b>3/4</b>", html, StringComparison.Ordinal);
        Assert.Contains("Few notes → listen.", html, StringComparison.Ordinal);
        Assert.Contains("<td>Kick, Snare</td>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"./notes.mid\">notes.mid</a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<audio", html, StringComparison.Ordinal);
        Assert.DoesNotContain("autoplay", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_WithoutAPulse_HasNoBarsAndSaysSo()
    {
        string html = NotesPages.Html(NotesPages.Content() with { HasPulse = false });

        Assert.Equal(2, Regex.Count(html, "<b>unsure</b>"));
        Assert.Contains("so there are no bars", html, StringComparison.Ordinal);
        Assert.Empty(Score(html)["bars"]!.AsArray());
    }

    [Fact]
    public void Score_OfNotes_HoldsTheirTimesInTheRecording()
    {
        JsonNode score = Score(NotesPages.Html(NotesPages.Content(4) with { OffsetSeconds = -0.25 }));

        Assert.Equal([-250, 250, 48, 40, 250, 250, 55, 41], score["parts"]![0]!["notes"]!.AsArray().Take(8).Select(number => (int)number!));
        Assert.Equal([-250, 1250, 2750], score["bars"]!.AsArray().Take(3).Select(number => (int)number!));
        Assert.Equal("Snare", (string?)score["parts"]![1]!["lanes"]!["38"]);
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>.wav")]
    public void Page_OfAHostileName_HoldsItAsTextOnly(string name)
    {
        NotesPageContent content = NotesPages.Content(title: name);
        string html = NotesPages.Html(content with
        {
            Notice = name,
            PreviewAddress = RelativeAddress.Of($"/music/{name}/preview.wav", "/music/page.html"),
            Files = [(RelativeAddress.Of($"/music/{name}", "/music/page.html"), NotesPages.Song(new MidiTrack(name, 0, [new MidiNote(0, 1, 60, 60)])))],
        });

        Assert.DoesNotContain(name, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(html, "<script"));
        Assert.Equal(2, Regex.Count(html, "</script>"));
    }

    [Fact]
    public void Policy_OfThePage_AllowsItsOwnScriptAndNoOther()
    {
        string html = NotesPages.Html(NotesPages.Content());
        string script = OwnScript().Match(html).Groups[1].Value;

        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.Contains($"script-src 'sha256-{hash}'\">", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(?!\\./)", html);
    }

    [Fact]
    public void Size_OfAVeryLongPiece_IsBounded()
    {
        string large = NotesPages.Html(NotesPages.Content(50_000)), larger = NotesPages.Html(NotesPages.Content(150_000));

        Assert.InRange(large.Length, 100_000, 1_300_000);
        Assert.InRange(larger.Length, 100_000, 2_500_000);
        Assert.Equal(4 * NotesPageData.MaxNotes, Score(larger)["parts"]!.AsArray().Sum(part => part!["notes"]!.AsArray().Count));
        Assert.Contains("The first 100,000 of 150,008 notes are drawn", larger, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/music/out/song/notes.mid", "/music/page.html", "./out/song/notes.mid")]
    [InlineData("/music/out/a #1? 100%/preview.wav", "/music/pages/p.html", "./../out/a%20%231%3F%20100%25/preview.wav")]
    [InlineData("/music/Jo\u00e3o/javascript:x.mid", "/music/p.html", "./Jo%C3%A3o/javascript%3Ax.mid")]
    public void Address_OfAFile_LeadsThereFromThePage(string file, string page, string expected) => Assert.Equal(expected, RelativeAddress.Of(file, page));

    [Fact]
    public void KeyName_OfEverySignature_IsOneThatMakesIt()
    {
        for (int sharps = -7; sharps <= 7; sharps++)
        {
            foreach (bool isMinor in (bool[])[false, true])
            {
                MidiKeyChange key = new(0, sharps, isMinor), named = MidiKeyChange.FromName(0, KeyNames.Of(key))!;
                Assert.Equal(isMinor, named.IsMinor);
                Assert.Equal(0, (named.SharpsOrFlats - sharps) % 12); // seven flats sound as five sharps
            }
        }
    }

    private static JsonNode Score(string html) => JsonNode.Parse(Regex.Match(html, "<script type=\"application/json\" id=\"score\">(.*?)</script>").Groups[1].Value)!;

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex OwnScript();
}
