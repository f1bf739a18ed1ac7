using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Synthesis;

/// <summary>Where the pitch wheel of a track stands over time.</summary>
internal sealed class WheelTrack
{
    private readonly double[] _seconds;
    private readonly double[] _semitones;

    /// <summary>The wheel of a track; all its channels are taken for one.</summary>
    public WheelTrack(MidiTrack track, SongClock clock)
    {
        double range = MidiControlChange.BendRangeOf(track.Controls);
        _seconds = [.. track.Bends.Select(bend => clock.SecondsAt(bend.Ticks))];
        _semitones = [.. track.Bends.Select(bend => bend.Value * range / -MidiPitchBend.Lowest)];
    }

    /// <summary>Its distance from the centre, semitones.</summary>
    public double SemitonesAt(double seconds)
    {
        int at = Array.BinarySearch(_seconds, seconds);
        at = at >= 0 ? at : ~at - 1;
        return at < 0 ? 0 : _semitones[at];
    }
}
