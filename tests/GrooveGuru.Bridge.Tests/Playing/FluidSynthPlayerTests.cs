using System.Diagnostics;
using GrooveGuru.Bridge.Diagnosis;
using GrooveGuru.Bridge.Playing;
using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Bridge.Tests.Jobs;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Tests;

namespace GrooveGuru.Bridge.Tests.Playing;

/// <summary>The program fluidsynth, which we did not write, plays our files.</summary>
public sealed class FluidSynthPlayerTests : IDisposable
{
    private const int SampleRateHz = 44100;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    // A header of a sound font, and nothing in it.
    private static readonly byte[] EmptyFont = [.. "RIFF"u8, 8, 0, 0, 0, .. "sfbk"u8, 0, 0, 0, 0];
    private readonly TemporaryFolder _folder = new();

    private static FluidSynthPlayer Player => new(Programs.Find("fluidsynth")!, SoundFonts.Find()!);

    public void Dispose() => _folder.Dispose();

    [FluidSynthTheory]
    [InlineData(SampleRateHz, 16)]
    [InlineData(6000, 6)] // what fluidsynth itself refuses
    [InlineData(192000, 6)]
    public void Render_SongAtAnyRate_SoundsAtItsNotesAndLeavesNothingElse(int sampleRateHz, int notes)
    {
        MidiSong song = Song(notes);
        Player.Render(song, sampleRateHz, _folder.Root, _folder.File("played.wav"), new CallbackProgress(_ => { }), CancellationToken.None);
        AudioBuffer played = AudioFile.ReadAll(_folder.File("played.wav"));
        Assert.Equal(sampleRateHz, played.SampleRateHz);
        PreviewEar.AssertNotesSound(played, song, played.DurationSeconds);
        Assert.Equal([_folder.File("played.wav")], Directory.GetFiles(_folder.Root));
    }

    [FluidSynthFact]
    public void Render_Cancelled_EndsTheProgram()
    {
        const string Name = "fluidsynth";
        int[] before = [.. Process.GetProcessesByName(Name).Select(process => process.Id)];
        Process[] running = [];
        using CancellationTokenSource cancelled = new();
        CallbackProgress cancel = new(_ =>
        {
            running = [.. Process.GetProcessesByName(Name).Where(process => !before.Contains(process.Id))];
            cancelled.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => Player.Render(
            Song(500_000), SampleRateHz, _folder.Root, _folder.File("played.wav"), cancel, cancelled.Token));

        // One of another test may be among them, which is short; ours would play on for minutes.
        Assert.NotEmpty(running);
        Assert.All(running, process => Assert.True(process.WaitForExit(Soon)));
        Assert.Empty(Directory.GetFiles(_folder.Root, "*.mid"));
    }

    [FluidSynthFact]
    public void Render_NoSoundFont_SaysSo()
    {
        string cut = _folder.File("cut.sf2"), text = _folder.File("text.sf2");
        File.WriteAllBytes(cut, [.. EmptyFont.SkipLast(1)]);
        File.WriteAllText(text, "this is no sound font");
        Assert.All((string[])[cut, text], font => Assert.EndsWith("is no whole sound font.", Refusal(font), StringComparison.Ordinal));
    }

    [FluidSynthFact]
    public void Render_FontThatFluidsynthReplaces_IsAFailure()
    {
        string font = _folder.File("empty.sf2");
        File.WriteAllBytes(font, EmptyFont);
        Assert.Contains("Failed to load", Refusal(font), StringComparison.Ordinal);
    }

    [FluidSynthFact]
    public void Render_FolderNamedAsAnOption_IsAFolder()
    {
        string folder = Path.GetRelativePath(Environment.CurrentDirectory, Directory.CreateDirectory($"-x{Guid.NewGuid():N}").FullName);
        try
        {
            Player.Render(
                Song(2), SampleRateHz, folder, Path.Combine(folder, "played.wav"), new CallbackProgress(_ => { }), CancellationToken.None);
            Assert.True(File.Exists(Path.Combine(folder, "played.wav")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Render_NoProgram_SaysSo()
    {
        string font = _folder.File("font.sf2"), program = _folder.File("missing");
        File.WriteAllBytes(font, EmptyFont);
        Assert.StartsWith($"{program} cannot be run: ", Refusal(font, program), StringComparison.Ordinal);
        Assert.Equal([font], Directory.GetFiles(_folder.Root));
    }

    [Fact]
    public void Identity_FontHasVanished_IsStillOne() => Assert.Equal("fluidsynth-gonesf2-0", new FluidSynthPlayer("fluidsynth", _folder.File("gone.sf2")).Identity);

    private string Refusal(string font, string? program = null)
    {
        FluidSynthPlayer player = new(program ?? Programs.Find("fluidsynth")!, font);
        return Assert.Throws<GrooveGuruException>(() => player.Render(
            Song(4), SampleRateHz, _folder.Root, _folder.File("played.wav"), new CallbackProgress(_ => { }), CancellationToken.None)).Message;
    }

    private static MidiSong Song(int notes) => new()
    {
        Tempos = [MidiTempoChange.FromBpm(0, 90), MidiTempoChange.FromBpm(3840, 140)],
        Tracks = [new MidiTrack("Keys", 0, [.. Enumerable.Range(0, notes).Select(index => new MidiNote(index * 480L, 460, 57 + (index * 5 % 24), 100))])],
    };
}
