using System.Text;

namespace GrooveGuru.Core.Midi;

/// <summary>Collects the events of the tracks of one file; stops at what it cannot understand and keeps what it has.</summary>
internal sealed class MidiTrackReader
{
    private readonly List<MidiTempoChange> _tempos = [];
    private readonly List<MidiMeterChange> _meters = [];
    private readonly List<MidiKeyChange> _keys = [];
    private readonly List<MidiTrack> _tracks = [];

    /// <summary>What was read, in the order of time.</summary>
    public MidiSong ToSong(int ticksPerQuarter) => new()
    {
        TicksPerQuarter = ticksPerQuarter,
        Tempos = _tempos.OrderBy(tempo => tempo.Ticks).ToArray(),
        Meters = _meters.OrderBy(meter => meter.Ticks).ToArray(),
        Keys = _keys.OrderBy(key => key.Ticks).ToArray(),
        Tracks = _tracks,
    };

    /// <summary>Reads one track; a track with neither notes nor a name (a conductor track) is not kept as one.</summary>
    public void ReadTrack(ReadOnlySpan<byte> bytes)
    {
        var reader = new MidiByteReader(bytes);
        var notes = new MidiNoteCollector();
        List<MidiPitchBend> bends = [];
        List<MidiControlChange> controls = [];
        string name = "";
        int? program = null;
        bool hasConductorEvents = false;
        long ticks = 0;
        int status = 0;
        while (reader.TryVariableLength(out int delta) && reader.TryByte(out int first))
        {
            ticks += delta;
            if (first is 0xF0 or 0xF7)
            {
                if (!reader.TryVariableLength(out int length) || !reader.TryBytes(length, out _))
                {
                    break;
                }

                continue;
            }

            if (first == 0xFF)
            {
                if (!reader.TryByte(out int type) || !reader.TryVariableLength(out int length)
                    || !reader.TryBytes(length, out ReadOnlySpan<byte> data) || type == 0x2F)
                {
                    break;
                }

                if (type == 0x03 && name.Length == 0)
                {
                    name = Encoding.UTF8.GetString(data);
                }

                hasConductorEvents |= ReadMeta(type, data, ticks);
                continue;
            }

            int data1;
            if (first >= 0x80)
            {
                status = first;
                if (status >= 0xF0 || !reader.TryByte(out data1))
                {
                    break;
                }
            }
            else
            {
                data1 = first;
            }

            int kind = status >> 4;
            int data2 = 0;
            if (status == 0 || (kind is not (0xC or 0xD) && !reader.TryByte(out data2)))
            {
                break;
            }

            data1 &= 0x7F;
            data2 &= 0x7F;
            if (kind == 0xC)
            {
                program ??= data1;
            }
            else if (kind is 0x8 or 0x9)
            {
                notes.Add(ticks, kind == 0x9 && data2 > 0, status & 0xF, data1, data2);
            }
            else if (kind == 0xB)
            {
                controls.Add(new MidiControlChange(ticks, data1, data2, status & 0xF));
            }
            else if (kind == 0xE)
            {
                bends.Add(new MidiPitchBend(ticks, ((data2 << 7) | data1) + MidiPitchBend.Lowest, status & 0xF));
            }
        }

        IReadOnlyList<MidiNote> found = notes.Finish(ticks);
        bool isPlayed = found.Count > 0 || program is not null || bends.Count > 0 || controls.Count > 0;
        if (isPlayed || (name.Length > 0 && !hasConductorEvents))
        {
            _tracks.Add(new MidiTrack(name, program, found) { Bends = bends, Controls = controls });
        }
    }

    private bool ReadMeta(int type, ReadOnlySpan<byte> data, long ticks)
    {
        switch (type)
        {
            case 0x51 when data.Length >= 3 && (data[0] | data[1] | data[2]) != 0:
                _tempos.Add(new MidiTempoChange(ticks, (data[0] << 16) | (data[1] << 8) | data[2]));
                return true;
            case 0x58 when data.Length >= 2 && data[0] > 0 && data[1] <= 10:
                _meters.Add(new MidiMeterChange(ticks, data[0], 1 << data[1]));
                return true;
            case 0x59 when data.Length >= 2 && (sbyte)data[0] is >= -7 and <= 7:
                _keys.Add(new MidiKeyChange(ticks, (sbyte)data[0], data[1] == 1));
                return true;
            default:
                return false;
        }
    }
}
