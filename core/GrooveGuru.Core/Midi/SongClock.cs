namespace GrooveGuru.Core.Midi;

/// <summary>Times of places of a song, quick for songs with many tempos.</summary>
public sealed class SongClock
{
    private readonly long[] _ticks;
    private readonly double[] _seconds;
    private readonly double[] _secondsPerTick;

    /// <summary>The clock of a song.</summary>
    public SongClock(MidiSong song)
    {
        ArgumentNullException.ThrowIfNull(song);
        MidiTempoChange[] tempos = [MidiTempoChange.FromBpm(0, MidiSong.DefaultTempoBpm), .. song.Tempos];
        _ticks = [.. tempos.Select(tempo => tempo.Ticks)];
        _secondsPerTick = [.. tempos.Select(tempo => tempo.MicrosecondsPerQuarter / 1e6 / song.TicksPerQuarter)];
        _seconds = new double[tempos.Length];
        for (int index = 1; index < tempos.Length; index++)
        {
            _seconds[index] = _seconds[index - 1] + ((_ticks[index] - _ticks[index - 1]) * _secondsPerTick[index - 1]);
        }
    }

    /// <summary>Time of a place, s from the start of the song.</summary>
    /// <param name="ticks">The place, ticks, 0 or more.</param>
    public double SecondsAt(long ticks)
    {
        int low = 0, high = _ticks.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = _ticks[middle] <= ticks ? (middle, high) : (low, middle - 1);
        }

        return _seconds[low] + ((ticks - _ticks[low]) * _secondsPerTick[low]);
    }
}
