using System.Text.RegularExpressions;
using GrooveGuru.Bridge.Tests.Jobs;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Bridge.Tests.Cli;

/// <summary>`midi` as its users meet it.</summary>
public sealed class MidiCommandTests : IDisposable
{
    private readonly CommandLineFolder _at = new();

    private string Out => Path.Combine(_at.Path, "out");

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Help_Defaults_AreInTheWordsThatOneTypes()
    {
        CommandLineResult result = _at.Run("midi", "--help");
        Assert.Contains("[default: auto]", result.Output, StringComparison.Ordinal);
        Assert.Contains("--grid <auto|1/4|1/8|1/8t|1/16|1/16t|1/32>", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Auto", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--quantise is a number between 0 and 100, not '101'.", "--quantise", "101")]
    [InlineData("--quantise is a number between 0 and 100, not 'half'.", "--quantise", "half")]
    [InlineData("--grid is auto, 1/4, 1/8, 1/8t, 1/16, 1/16t or 1/32, not '1/7'.", "--grid", "1/7")]
    [InlineData("--mode is auto, poly, mono or drums, not 'organ'.", "--mode", "organ")]
    [InlineData("--velocity is measured or a number from 1 to 127, not '0'.", "--velocity", "0")]
    [InlineData("--transpose is a whole number between -48 and 48, not '1.5'.", "--transpose", "1.5")]
    [InlineData("--min-length is a number between 0 and 10000, not '-1'.", "--min-length", "-1")]
    [InlineData("--tempo is a number between 10 and 1000, not '0'.", "--tempo", "0")]
    [InlineData("--to must lie behind --from.", "--from", "0:05", "--to", "3")]
    [InlineData("--from: \"soon\" is no time; 90, 1.5 or 1:30 would be.", "--from", "soon")]
    public void WrongValue_Exits2WithOneSentence(string sentence, params string[] options)
    {
        CommandLineResult result = _at.Run(["midi", "song.wav", .. options]);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal($"grooveguru: {sentence}", result.Error.Split('\n')[0].TrimEnd());
    }

    [Fact]
    public void Tune_WithEveryOption_IsWrittenAsAsked()
    {
        string path = Path.Combine(_at.Path, "tune.wav");
        WavFile.Write(path, PlayedTune.Make(8));
        CommandLineResult result = _at.Run(
            "midi", path, "--out", Out, "--quantise", "100", "--grid", "1/8", "--legato", "--monophonic", "--min-length", "60", "--transpose", "-12",
            "--from", "1", "--to", "0:05", "--bends", "--velocity", "80", "--role", "guitar", "--tempo", "120", "--preview");
        Assert.True(result.ExitCode == 0, result.Error);
        MidiSong song = MidiFileReader.Read(Path.Combine(Out, "tune", "melody.mid"));
        MidiTrack track = Assert.Single(song.Tracks);
        Assert.Equal(("Guitar", 25), (track.Name, track.Program));
        Assert.All(track.Notes, note => Assert.True(note.Velocity == 80 && note.StartTicks % 480 == 0 && note.Pitch is >= 48 and <= 60));
        Assert.Equal(4, AudioFile.ReadAll(Path.Combine(Out, "tune", "preview.wav")).DurationSeconds, 0.01);
        Assert.Equal(2, result.Output.TrimEnd().Split('\n').Length);
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("50 ms")]
    public void NothingToHear_Exits1WithTheReasonAndLeavesNothing(string what)
    {
        string path = Path.Combine(_at.Path, "bad.wav");
        WavFile.Write(path, what == "silence" ? new AudioBuffer(2, 44100 * 3, 44100) : PlayedTune.Make(0.05));
        CommandLineResult result = _at.Run("midi", path, "--out", Out, "--preview");
        Assert.Equal(1, result.ExitCode);
        Assert.Matches("^grooveguru: No notes found: .+\\.$", result.Error.TrimEnd());
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Html_WithAPreview_IsAPageThatLeadsToTheFiles()
    {
        string path = Path.Combine(_at.Path, "a 'tune' & <b>João #2.wav"), page = Path.Combine(_at.Path, "pages", "notes.html");
        WavFile.Write(path, PlayedTune.Make(4));

        CommandLineResult result = _at.Run("midi", path, "--out", Out, "--preview", "--html", page);

        Assert.True(result.ExitCode == 0, result.Error);
        string html = File.ReadAllText(page);
        Assert.Contains("&lt;b&gt;Jo", html, StringComparison.Ordinal);
        foreach (string address in Regex.Matches(html, "(?:src|href)=\"(\\./[^\"]+)\"").Select(match => match.Groups[1].Value))
        {
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(address))), address);
        }

        Assert.Contains("<audio", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_OfTwoFilesOrOverTheInput_IsWrongUsage()
    {
        Assert.Equal(2, _at.Run("midi", "a.wav", "b.wav", "--html", "page.html").ExitCode);
        Assert.Contains("--html would overwrite", _at.Run("midi", "a.wav", "--html", "a.wav").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralInputs_OneWithoutNotes_IsNamedAndTheOthersAreWritten()
    {
        string[] paths = [.. ((string[])["first.wav", "silent.wav", "last.wav"]).Select(name => Path.Combine(_at.Path, name))];
        WavFile.Write(paths[0], PlayedTune.Make(4));
        WavFile.Write(paths[1], new AudioBuffer(2, 44100 * 3, 44100));
        WavFile.Write(paths[2], PlayedTune.Make(4));
        CommandLineResult result = _at.Run(["midi", .. paths, "--out", Out, "--mode", "mono"]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"grooveguru: {paths[1]}: No notes found: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(
            [Path.Combine(Out, "first", "melody.mid"), Path.Combine(Out, "last", "melody.mid")],
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.All((string[])["first", "last"], name => Assert.True(File.Exists(Path.Combine(Out, name, "melody.mid"))));
    }
}
