namespace GrooveGuru.Core.Midi;

/// <summary>Pairs the starts of notes with their ends; of several equal notes that sound, the oldest ends first.</summary>
internal sealed class MidiNoteCollector
{
    private readonly Dictionary<(int Channel, int Pitch), Queue<(long Ticks, int Velocity)>> _sounding = [];
    private readonly List<MidiNote> _notes = [];

    public void Add(long ticks, bool isOn, int channel, int pitch, int velocity)
    {
        if (isOn)
        {
            if (!_sounding.TryGetValue((channel, pitch), out var starts))
            {
                _sounding[(channel, pitch)] = starts = new();
            }

            starts.Enqueue((ticks, velocity));
        }
        else if (_sounding.TryGetValue((channel, pitch), out var starts) && starts.TryDequeue(out var start))
        {
            End(start, ticks, channel, pitch);
        }
    }

    /// <summary>Ends what still sounds and gives all notes by start, then pitch.</summary>
    public IReadOnlyList<MidiNote> Finish(long endTicks)
    {
        foreach (var ((channel, pitch), starts) in _sounding)
        {
            while (starts.TryDequeue(out var start))
            {
                End(start, endTicks, channel, pitch);
            }
        }

        return _notes.OrderBy(note => note.StartTicks).ThenBy(note => note.Channel).ThenBy(note => note.Pitch).ToArray();
    }

    private void End((long Ticks, int Velocity) start, long ticks, int channel, int pitch) =>
        _notes.Add(new MidiNote(start.Ticks, Math.Max(1, ticks - start.Ticks), pitch, start.Velocity, channel));
}
