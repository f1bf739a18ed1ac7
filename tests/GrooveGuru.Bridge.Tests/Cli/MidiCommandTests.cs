using System.IO.Pipes;
using System.Text.RegularExpressions;
using GrooveGuru.Bridge.Playing;
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
    [InlineData("--meter is 1 to 32 beats over 1, 2, 4, 8, 16 or 32, as in 3/4 or 6/8, not '4/5'.", "--meter", "4/5")]
    [InlineData("--meter is 1 to 32 beats over 1, 2, 4, 8, 16 or 32, as in 3/4 or 6/8, not 'waltz'.", "--meter", "waltz")]
    [InlineData("--to (3 s) must lie behind --from (5 s).", "--from", "0:05", "--to", "3")]
    [InlineData("--to must be more than 0 s.", "--to", "0")]
    [InlineData("--to is at most 1000000 s.", "--to", "10000000")]
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
            "--from", "1", "--to", "0:05", "--bends", "--velocity", "80", "--role", "guitar", "--tempo", "120", "--meter", "3/4", "--preview");
        Assert.True(result.ExitCode == 0, result.Error);
        MidiSong song = MidiFileReader.Read(Path.Combine(Out, "tune", "melody.mid"));
        MidiTrack track = Assert.Single(song.Tracks);
        Assert.Equal(new MidiMeterChange(0, 3, 4), Assert.Single(song.Meters));
        Assert.Matches(@"Bar 1 begins (with|at \d\.\d\d s of|\d\.\d\d s before) the recording\.", result.Error);
        Assert.Equal(("Guitar", 25), (track.Name, track.Program));
        Assert.All(track.Notes, note => Assert.True(note.Velocity == 80 && note.StartTicks % 480 == 0 && note.Pitch is >= 48 and <= 60));
        Assert.Equal(4, AudioFile.ReadAll(Path.Combine(Out, "tune", "preview.wav")).DurationSeconds, 0.01);
        Assert.Equal(2, result.Output.TrimEnd().Split('\n').Length);
    }

    [Theory]
    [InlineData("silence", "The recording is silent from beginning to end.")]
    [InlineData("50 ms", "The recording is 0.05 s long, too short to hold a note.")]
    [InlineData("no sample", "There is no audio in it, not one sample.")]
    [InlineData("faint", "The recording is as good as silent: its loudest sample lies at -90 dBFS.")]
    [InlineData("no number", "No sample is a usable number: all of them are NaN, infinite or more than 120 dB over full scale, and read as silence. Bounce the file again.")]
    public void NothingToHear_Exits1WithTheReasonAndLeavesNothing(string what, string reason)
    {
        string path = Path.Combine(_at.Path, "bad.wav");
        AudioBuffer audio = what switch
        {
            "50 ms" => PlayedTune.Make(0.05),
            "no sample" => new AudioBuffer(2, 0, 44100),
            _ => new AudioBuffer(2, 44100 * 3, 44100),
        };
        if (what is "no number" or "faint")
        {
            audio.Channel(0).Fill(what == "faint" ? 3.1e-5f : float.NaN);
            audio.Channel(1).Fill(what == "faint" ? 0 : float.NaN);
        }

        WavFile.Write(path, audio);
        CommandLineResult result = _at.Run("midi", path, "--out", Out, "--preview");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal($"grooveguru: No notes found: {reason}", result.Error.TrimEnd().ReplaceLineEndings("\n").Split('\n')[^1]);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void InvertedChannels_AreHeardOneByItself()
    {
        string path = Path.Combine(_at.Path, "inverted.wav");
        AudioBuffer tune = PlayedTune.Make(6), inverted = new(2, tune.FrameCount, tune.SampleRateHz);
        for (int frame = 0; frame < tune.FrameCount; frame++)
        {
            inverted.Channel(0)[frame] = tune.Channel(0)[frame];
            inverted.Channel(1)[frame] = -tune.Channel(0)[frame];
        }

        WavFile.Write(path, inverted);
        CommandLineResult result = _at.Run("midi", path, "--out", Out, "--mode", "mono");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("channel 1 alone was listened to", result.Error, StringComparison.Ordinal);
        Assert.InRange(MidiFileReader.Read(Path.Combine(Out, "inverted", "melody.mid")).Tracks.Single().Notes.Count, 15, 30);
    }

    [Fact]
    public void UnusableSamples_AreTold()
    {
        string path = Path.Combine(_at.Path, "broken.wav");
        AudioBuffer tune = PlayedTune.Make(5);
        tune.Channel(0).Slice(1000, 7).Fill(float.NaN);
        WavFile.Write(path, tune);
        Assert.Contains("7 samples are no usable numbers", _at.Run("midi", path, "--out", Out, "--mode", "mono").Error, StringComparison.Ordinal);
    }

    [PipeFact]
    public void Pipe_IsRefusedWithASentence()
    {
        using AnonymousPipeServerStream pipe = new(PipeDirection.Out);
        CommandLineResult result = _at.Run("midi", $"/proc/{Environment.ProcessId}/fd/{pipe.ClientSafePipeHandle.DangerousGetHandle()}", "--out", Out);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("This is a pipe or a device", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void LaterRunWithAnotherMode_TakesTheFilesOfTheEarlierAway()
    {
        string path = Path.Combine(_at.Path, "tune.wav"), folder = Path.Combine(Out, "tune");
        WavFile.Write(path, PlayedTune.Make(5));
        Assert.Equal(0, _at.Run("midi", path, "--out", Out, "--mode", "poly").ExitCode);
        File.WriteAllText(Path.Combine(folder, "drums.mid"), "mine");
        CommandLineResult result = _at.Run("midi", path, "--out", Out, "--mode", "mono");
        Assert.Contains("notes.mid of an earlier run was taken away.", result.Error, StringComparison.Ordinal);
        Assert.Equal(["drums.mid", "melody.mid"], Directory.GetFiles(folder, "*.mid").Select(Path.GetFileName).Order());
    }

    [Fact]
    public void LaterRunForDrums_LeavesTheNotesOfTheEarlier()
    {
        string path = Path.Combine(_at.Path, "tune.wav"), folder = Path.Combine(Out, "tune");
        MidiNote[] strokes = [.. Enumerable.Range(0, 16).Select(beat => new MidiNote(beat * 960, 240, beat % 2 == 0 ? 36 : 38, 110, MidiTrack.DrumChannel))];
        MidiNote[] notes = [.. Enumerable.Range(0, 16).Select(beat => new MidiNote(beat * 960, 900, 60 + (beat % 5), 90))];
        MidiSong song = new() { Tracks = [new("Keys", 0, notes), new("Drums", null, strokes)] };
        new BuiltInPlayer(null).Render(song, 44100, _at.Path, path, new Progress<double>(), CancellationToken.None);
        Assert.Equal(0, _at.Run("midi", path, "--out", Out, "--mode", "poly").ExitCode);
        CommandLineResult result = _at.Run("midi", path, "--out", Out, "--mode", "drums");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.DoesNotContain("of an earlier run", result.Error, StringComparison.Ordinal);
        Assert.Equal(["drums.mid", "notes.mid"], Directory.GetFiles(folder, "*.mid").Select(Path.GetFileName).Order());
    }

    [Fact]
    public void AnotherInputOfTheSameName_LeavesTheFilesOfTheFirst()
    {
        string[] paths = [.. ((string[])["a", "b"]).Select(name => Path.Combine(Directory.CreateDirectory(Path.Combine(_at.Path, name)).FullName, "tune.wav"))];
        Array.ForEach(paths, path => WavFile.Write(path, PlayedTune.Make(5)));
        Assert.Equal(0, _at.Run("midi", paths[0], "--out", Out, "--mode", "poly").ExitCode);
        CommandLineResult result = _at.Run("midi", paths[1], "--out", Out, "--mode", "mono");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.DoesNotContain("of an earlier run", result.Error, StringComparison.Ordinal);
        Assert.Equal(["melody.mid", "notes.mid"], Directory.GetFiles(Path.Combine(Out, "tune"), "*.mid").Select(Path.GetFileName).Order());
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
        string[] addresses = [.. Regex.Matches(html, "(?:src|href)=\"(\\.{1,2}/[^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.True(addresses.Length >= 2, $"The page leads to {addresses.Length} files."); // the preview and the notes
        Assert.All(
            addresses,
            address => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(address))), address));

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
