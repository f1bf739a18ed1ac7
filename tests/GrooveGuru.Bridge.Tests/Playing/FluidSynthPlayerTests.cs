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
    private readonly TemporaryFolder _folder = new();

    private static FluidSynthPlayer Player => new(Programs.Find("fluidsynth")!, SoundFonts.Find()!);

    public void Dispose() => _folder.Dispose();

    [FluidSynthFact]
    public void Render_Song_SoundsAtTheNotesOfTheFileAndLeavesNothingElse()
    {
        MidiSong song = Song(16);
        Player.Render(song, SampleRateHz, _folder.Root, _folder.File("played.wav"), new CallbackProgress(_ => { }), CancellationToken.None);
        AudioBuffer played = AudioFile.ReadAll(_folder.File("played.wav"));
        Assert.Equal(SampleRateHz, played.SampleRateHz);
        PreviewEar.AssertNotesSound(played, song, played.DurationSeconds);
        Assert.Equal([_folder.File("played.wav")], Directory.GetFiles(_folder.Root));
    }

    [FluidSynthFact]
    public void Render_Cancelled_EndsTheProgram()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => Player.Render(
            Song(20000), SampleRateHz, _folder.Root, _folder.File("played.wav"), new CallbackProgress(_ => { }), cancelled.Token));
        Assert.False(File.Exists(_folder.File("played.mid")));
    }

    [FluidSynthFact]
    public void Render_NoSoundFont_SaysSo()
    {
        string font = _folder.File("broken.sf2");
        File.WriteAllText(font, "this is no sound font");
        FluidSynthPlayer player = new(Programs.Find("fluidsynth")!, font);
        GrooveGuruException error = Assert.Throws<GrooveGuruException>(() => player.Render(
            Song(4), SampleRateHz, _folder.Root, _folder.File("played.wav"), new CallbackProgress(_ => { }), CancellationToken.None));
        Assert.EndsWith("is no sound font.", error.Message, StringComparison.Ordinal);
    }

    [FluidSynthFact]
    public void Render_RateThatFluidsynthRefuses_SaysWhatItSays()
    {
        GrooveGuruException error = Assert.Throws<GrooveGuruException>(() => Player.Render(
            Song(4), 192000, _folder.Root, _folder.File("played.wav"), new CallbackProgress(_ => { }), CancellationToken.None));
        Assert.Contains("synth.sample-rate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NoProgram_SaysSo()
    {
        FluidSynthPlayer player = new(_folder.File("missing"), "font.sf2");
        Assert.Throws<GrooveGuruException>(() => player.Render(
            Song(1), SampleRateHz, _folder.Root, _folder.File("played.wav"), new CallbackProgress(_ => { }), CancellationToken.None));
    }

    private static MidiSong Song(int notes) => new()
    {
        Tempos = [MidiTempoChange.FromBpm(0, 90), MidiTempoChange.FromBpm(3840, 140)],
        Tracks = [new MidiTrack("Keys", 0, [.. Enumerable.Range(0, notes).Select(index => new MidiNote(index * 480L, 460, 57 + (index * 5 % 24), 100))])],
    };
}
