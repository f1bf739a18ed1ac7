using System.Text.Json;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Tests.Cli;

public sealed class AnalyzeCommandTests : IDisposable
{
    private readonly CommandLineFolder _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Analyze_PartOfAFile_IsThatPart()
    {
        string whole = _at.WriteTone("whole.wav", seconds: 5), part = Path.Combine(_at.Path, "part.wav");
        AudioBuffer audio = AudioFile.ReadAll(whole);
        audio.Channel(0)[..44_100].Clear(); // what lies before the part must not count
        WavFile.Write(whole, audio);
        WavFile.Write(part, new AudioBuffer([audio.Channel(0).Slice(66_150, 88_200).ToArray(), audio.Channel(1).Slice(66_150, 88_200).ToArray()], 44_100));

        CommandLineResult fromWhole = _at.Run("analyze", whole, "--start", "1.5", "--duration", "2", "--json", "-");
        CommandLineResult fromPart = _at.Run("analyze", part, "--json", "-");

        Assert.Equal(0, fromWhole.ExitCode);
        Assert.Equal(fromPart.Output.Replace("part.wav", "whole.wav", StringComparison.Ordinal), fromWhole.Output);
    }

    [Fact]
    public void Analyze_AnyNumberOfThreads_PrintsTheSame()
    {
        string path = _at.WriteTone("tone.wav", seconds: 4);

        string[] outputs = [.. ((string[])["1", "2", "5"]).Select(threads => _at.Run("analyze", path, "--threads", threads, "--json", "-").Output)];

        Assert.Contains("spectral_centroid", outputs[0], StringComparison.Ordinal);
        Assert.All(outputs, output => Assert.Equal(outputs[0], output));
    }

    [Fact]
    public void Analyze_StartBehindTheEnd_SaysHowLongTheFileIs()
    {
        CommandLineResult result = _at.Run("analyze", _at.WriteTone("tone.wav", seconds: 2), "--start", "9");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("2 s long", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--start", "-1")]
    [InlineData("--duration", "0")]
    [InlineData("--duration", "-3")]
    [InlineData("--threads", "0")]
    [InlineData("--threads", "many")]
    public void Analyze_OptionOutOfRange_IsWrongUsage(string option, string value) =>
        Assert.Equal(2, _at.Run("analyze", "tone.wav", option, value).ExitCode);

    [Fact]
    public void Analyze_Json_HoldsTheWholeExtendedSet()
    {
        CommandLineResult result = _at.Run("analyze", _at.WriteTone("tone.wav", seconds: 4), "--json", "-");

        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement extended = json.RootElement.GetProperty("extended");
        foreach (string name in (string[])
            ["loudness", "tonal_balance", "bands", "clipped_samples", "dc_offset", "noise_floor_dbfs", "tuning_cents", "onsets", "beats", "downbeats", "meter", "chords", "sections"])
        {
            Assert.True(extended.TryGetProperty(name, out _), name);
        }

        Assert.Equal(7, extended.GetProperty("bands").GetArrayLength());
        Assert.InRange(extended.GetProperty("noise_floor_dbfs").GetDouble(), -16, -14);
        JsonElement series = json.RootElement.GetProperty("series");
        Assert.Equal(37, series.GetProperty("momentary_lufs").GetArrayLength());
        Assert.Equal(11, series.GetProperty("short_term_lufs").GetArrayLength());
    }

    [Fact]
    public void Analyze_Json_SaysWhatItMeans()
    {
        CommandLineResult result = _at.Run("analyze", _at.WriteTone("bass di.wav", seconds: 4), "--json", "-");

        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement root = json.RootElement;
        Assert.All(root.GetProperty("meanings").EnumerateArray(), meaning =>
        {
            Assert.InRange(meaning.GetProperty("normalised").GetDouble(), 0, 1);
            Assert.Contains(meaning.GetProperty("intensity").GetString(), (string[])["very_low", "low", "moderate", "high", "very_high"]);
            Assert.Contains(
                meaning.GetProperty("level").GetString(), (string[])["minimal", "subtle", "moderate", "full", "strong", "intense", "dominant"]);
            Assert.NotEmpty(meaning.GetProperty("word").GetString()!);
        });
        JsonElement role = root.GetProperty("role");
        Assert.Equal("bass", role.GetProperty("role").GetString());
        Assert.Equal("bass", role.GetProperty("name_word").GetString());
        Assert.Equal(8, role.GetProperty("alternatives").GetArrayLength());
        foreach (string id in (string[])["production_quality", "musical_complexity", "listening_context", "emotional_impact"])
        {
            JsonElement judgement = root.GetProperty("context").GetProperty(id);
            Assert.True(judgement.TryGetProperty("decided_by", out _));
            Assert.Equal(judgement.GetProperty("step").ValueKind == JsonValueKind.Null, judgement.TryGetProperty("not_given", out _));
        }

        foreach (string id in (string[])["tempo_energy_coherence", "spectral_timbral_coherence", "harmonic_percussive_balance"])
        {
            JsonElement relation = root.GetProperty("relationships").GetProperty(id);
            Assert.Equal(relation.GetProperty("value").ValueKind == JsonValueKind.Null, relation.TryGetProperty("not_given", out _));
            Assert.NotEmpty(relation.GetProperty("text").GetString()!);
        }
    }

    [Fact]
    public void Analyze_Terminal_SaysTheRoleAndTheContext()
    {
        string printed = _at.Run("analyze", _at.WriteTone("bass di.wav", seconds: 4)).Output;
        foreach (string line in (string[])["What it is", "Role in the song", "Production quality", "Listening context", "Tempo and energy"])
        {
            Assert.Contains(line, printed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Analyze_Html_IsOneSafePageWithItsPlots()
    {
        string name = "a 'tone' & <b>João.wav";
        string path = _at.WriteTone(name, seconds: 4), page = Path.Combine(_at.Path, "pages", "report.html");

        CommandLineResult result = _at.Run("analyze", path, "--html", page);

        Assert.Equal(0, result.ExitCode);
        string html = File.ReadAllText(page);
        Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Jo", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(?!data:)", html);
        foreach (string plot in (string[])["Waveform with", "Loudness over time", "Tonal balance against", "Stereo field by band"])
        {
            Assert.Contains($"aria-label=\"{plot}", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(44_100)]
    [InlineData(441)]
    [InlineData(1)]
    public void Analyze_HtmlOfSilence_SaysSilentInsteadOfPlots(int frames)
    {
        string html = PageOf(new AudioBuffer(1, frames, 44_100));

        Assert.Contains("Silent.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("unsure", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_HtmlOfAMoment_SaysThatItIsTooShort()
    {
        string html = PageOf(new AudioBuffer([Tone(441, 0.5)], 44_100));

        Assert.Contains("too short to draw", html, StringComparison.Ordinal);
        Assert.Contains("shorter than 0.2 s", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Silent.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_HtmlOfATone_HasOneKindOfMinusAndNoWaveformMarks()
    {
        string html = PageOf(new AudioBuffer([Tone(88_200, 0.1)], 44_100));

        Assert.DoesNotMatch(@">[^<]*(?<![\w\-])-\d[^<]*</(td|b|p|text)>", html);
        Assert.Contains("−", html, StringComparison.Ordinal);
        Assert.DoesNotContain("-&gt;", html, StringComparison.Ordinal);
        Assert.Contains("No pulse was found.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Key confidence", html, StringComparison.Ordinal);
        Assert.True(
            html.IndexOf("What to change", StringComparison.Ordinal) < html.IndexOf("<svg", StringComparison.Ordinal),
            "The advice stands before the plots.");
    }

    [Fact]
    public void Analyze_HtmlOfTwoFiles_IsWrongUsage() =>
        Assert.Equal(2, _at.Run("analyze", "a.wav", "b.wav", "--html", "page.html").ExitCode);

    private static float[] Tone(int frames, double amplitude) =>
        [.. Enumerable.Range(0, frames).Select(frame => (float)(amplitude * Math.Sin(2 * Math.PI * 440 * frame / 44_100)))];

    private string PageOf(AudioBuffer audio)
    {
        string path = Path.Combine(_at.Path, "audio.wav"), page = Path.Combine(_at.Path, "report.html");
        WavFile.Write(path, audio);

        Assert.Equal(0, _at.Run("analyze", path, "--html", page).ExitCode);
        return File.ReadAllText(page);
    }
}
