using GrooveGuru.Core.Midi;

namespace GrooveGuru.Bridge.Reporting.Page;

/// <summary>Times of many places of a song; quick for places that ascend, whatever the length of the tempo map.</summary>
internal sealed class TickClock
{
    private readonly long[] _ticks;
    private readonly double[] _seconds;
    private readonly double[] _secondsPerTick;

    /// <summary>The clock of a song.</summary>
    public TickClock(MidiSong song)
    {
        MidiTempoChange[] tempos = [.. song.Tempos];
        if (tempos.Length == 0 || tempos[0].Ticks > 0)
        {
            tempos = [MidiTempoChange.FromBpm(0, MidiSong.DefaultTempoBpm), .. tempos];
        }

        _ticks = [.. tempos.Select(tempo => tempo.Ticks)];
        _secondsPerTick = [.. tempos.Select(tempo => tempo.MicrosecondsPerQuarter / 1e6 / song.TicksPerQuarter)];
        _seconds = new double[tempos.Length];
        for (int index = 1; index < tempos.Length; index++)
        {
            _seconds[index] = _seconds[index - 1] + ((_ticks[index] - _ticks[index - 1]) * _secondsPerTick[index - 1]);
        }
    }

    /// <summary>The time of a place.</summary>
    /// <param name="ticks">Ticks from the song's beginning, 0 or more.</param>
    /// <returns>Seconds from the song's beginning.</returns>
    public double SecondsAt(long ticks)
    {
        int found = Array.BinarySearch(_ticks, ticks), index = found >= 0 ? found : Math.Max(0, ~found - 1);
        return _seconds[index] + ((ticks - _ticks[index]) * _secondsPerTick[index]);
    }
}
