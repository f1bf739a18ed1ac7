using GrooveGuru.Core.Audio;
using GrooveGuru.Core.DemoSong;
using GrooveGuru.Core.Tests.DemoSong;
using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Core.Tests.Transcription.Drums;

public class DrumPresenceTests
{
    [Fact]
    public void Of_DrumsAlone_HasDrumsOnly() => AssertPresence(DrumPattern.Play(DrumPattern.Rock(6)), drums: true, others: false);

    [Fact]
    public void Of_DemoSongMix_HasBoth() => AssertPresence(RenderedDemoSong.Value.Mix, drums: true, others: true);

    [Fact]
    public void Of_DemoSongDrums_HasDrumsOnly() => AssertPresence(RenderedDemoSong.Value.Stems[DemoSongParts.Drums], drums: true, others: false);

    [Fact]
    public void Of_DemoSongLead_HasNoDrums() => AssertPresence(RenderedDemoSong.Value.Stems[DemoSongParts.Lead], drums: false, others: true);

    [Fact]
    public void Of_Silence_HasNeither() => AssertPresence(Signals.Mono(new float[44100], 44100), drums: false, others: false);

    [SharedTheory]
    [InlineData("rendered/drum0_rock_100.flac", true, false)]
    [InlineData("rendered/drum1_four_floor_124.flac", true, false)]
    [InlineData("rendered/drum3_hiphop_88.flac", true, false)]
    [InlineData("rendered/nott00_reelsm-q36.flac", true, true)]
    [InlineData("rendered/nott10_reelsd-g83.flac", true, true)]
    [InlineData("rendered/nott01_reelsh-l28.flac", false, true)]
    [InlineData("rendered/nott07_waltzes14.flac", false, true)]
    [InlineData("rendered/chorale0_bwv10.7.flac", false, true)]
    [InlineData("rendered/chorale5_bwv259.flac", false, true)]
    [InlineData("real/vocadito_10.wav", false, true)]
    [InlineData("real/trumpet.ogg", false, true)]
    [InlineData("stems/nott00_reelsm-q36/drums.flac", true, false)]
    [InlineData("stems/nott00_reelsm-q36/bass.flac", false, true)]
    [InlineData("stems/nott00_reelsm-q36/chords.flac", false, true)]
    [InlineData("stems/nott00_reelsm-q36/melody.flac", false, true)]
    public void Of_SharedAudio_IsRight(string file, bool drums, bool others)
    {
        string path = SharedData.Path("audio/" + file);
        AssertPresence(() => AudioFile.Open(path), drums, others);
    }

    private static void AssertPresence(AudioBuffer audio, bool drums, bool others) => AssertPresence(() => new BufferAudioSource(audio), drums, others);

    private static void AssertPresence(Func<IAudioSource> open, bool drums, bool others)
    {
        DrumPresence presence = DrumTranscriber.Hear(open).Presence;
        Assert.True((presence.HasDrums, presence.HasOthers) == (drums, others), presence.ToString());
    }
}
