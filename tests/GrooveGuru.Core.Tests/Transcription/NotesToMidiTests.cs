using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Core.Tests.Transcription;

public class NotesToMidiTests
{
    private static MidiSong Build(double tempoBpm, double offsetSeconds, params TranscribedNote[] notes) =>
        NotesToMidi.Build([("Melody", 80, notes)], tempoBpm, offsetSeconds, 4, "D minor");

    [Fact]
    public void Build_NoteOnBarOne_StartsAtTickZero()
    {
        MidiSong song = Build(100, 0.25, new TranscribedNote(0.25, 0.85, 60, 90, 1), new TranscribedNote(2.65, 2.95, 62, 90, 1));
        Assert.Equal([0, 3840], song.Tracks[0].Notes.Select(note => note.StartTicks));
        Assert.Equal([960, 480], song.Tracks[0].Notes.Select(note => note.LengthTicks));
        Assert.Equal(new MidiKeyChange(0, -1, true), Assert.Single(song.Keys));
    }

    [Fact]
    public void Build_PickupBeforeBarOne_MovesOnByWholeBars()
    {
        MidiSong song = Build(120, 1, new TranscribedNote(0.5, 1, 60, 90, 1), new TranscribedNote(1, 2, 62, 90, 1));
        Assert.Equal([2880, 3840], song.Tracks[0].Notes.Select(note => note.StartTicks));
    }

    [Fact]
    public void Build_AnyTempo_KeepsTimesInSeconds()
    {
        MidiSong song = Build(93.7, 0.1, new TranscribedNote(60.123, 61, 60, 90, 1));
        Assert.Equal(60.023, song.SecondsAt(song.Tracks[0].Notes[0].StartTicks), 0.001);
    }

    [Fact]
    public void Build_UnknownTempo_KeepsTimesAt120()
    {
        MidiSong song = Build(0, 0, new TranscribedNote(1.5, 2, 60, 90, 1));
        Assert.Equal(120, song.Tempos[0].Bpm);
        Assert.Equal(1.5, song.SecondsAt(song.Tracks[0].Notes[0].StartTicks), 1e-9);
    }

    [Fact]
    public void Build_NoNotes_IsAnEmptyTrack() => Assert.Empty(Build(100, 3).Tracks[0].Notes);

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(100, double.PositiveInfinity)]
    public void Build_NotFinite_IsRefused(double tempo, double offset) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Build(tempo, offset));
}
