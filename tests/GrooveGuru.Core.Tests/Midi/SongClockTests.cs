using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Tests.Midi;

public sealed class SongClockTests
{
    [Fact]
    public void SecondsAt_OfAChangingTempo_IsThatOfTheSong()
    {
        MidiSong song = new() { Tempos = [MidiTempoChange.FromBpm(960, 90), MidiTempoChange.FromBpm(4000, 171.3), MidiTempoChange.FromBpm(9000, 60)] };
        SongClock clock = new(song);

        Assert.All((long[])[0, 1, 959, 960, 961, 3999, 4000, 8000, 9000, 123_456], ticks => Assert.Equal(song.SecondsAt(ticks), clock.SecondsAt(ticks), 1e-9));
    }
}
