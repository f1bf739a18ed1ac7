namespace GrooveGuru.Core.Synthesis;

/// <summary>Plays pitched notes of one instrument into a buffer; for offline rendering and previews.</summary>
public sealed class NoteSynthesizer
{
    private readonly InstrumentPatch _patch;
    private readonly int _sampleRateHz;

    /// <summary>A player of one instrument.</summary>
    /// <param name="patch">The instrument.</param>
    /// <param name="sampleRateHz">Sample rate, Hz, positive.</param>
    public NoteSynthesizer(InstrumentPatch patch, int sampleRateHz)
    {
        ArgumentNullException.ThrowIfNull(patch);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRateHz, 1);
        _patch = patch;
        _sampleRateHz = sampleRateHz;
    }

    /// <summary>Adds one note to what is in the buffer; what lies outside of it is left out.</summary>
    /// <param name="destination">Mono samples [frames], added to.</param>
    /// <param name="onsetSeconds">When the key goes down, s from the start of the buffer, 0 or more.</param>
    /// <param name="heldSeconds">How long it stays down, s, 0 or more; the release follows.</param>
    /// <param name="midiPitch">Pitch, MIDI note number, A4 = 69 = 440 Hz; fractions allowed.</param>
    /// <param name="velocity">1 to 127: louder and brighter.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not finite, or a number is outside MIDI's range.</exception>
    public void AddNote(Span<float> destination, double onsetSeconds, double heldSeconds, double midiPitch, int velocity)
    {
        NoteBounds.Check(onsetSeconds, velocity);
        if (!(heldSeconds >= 0 && heldSeconds < int.MaxValue))
        {
            throw new ArgumentOutOfRangeException(nameof(heldSeconds), heldSeconds, "The length is 0 or more.");
        }

        if (!(midiPitch is >= 0 and <= 127))
        {
            throw new ArgumentOutOfRangeException(nameof(midiPitch), midiPitch, "A MIDI pitch lies in 0 to 127.");
        }

        var voice = new NoteVoice(_patch, _sampleRateHz, onsetSeconds, heldSeconds, midiPitch, velocity);
        int first = (int)Math.Min(voice.FirstFrame, destination.Length);
        voice.Add(destination[first..(int)Math.Min(voice.EndFrame, destination.Length)]);
    }
}
