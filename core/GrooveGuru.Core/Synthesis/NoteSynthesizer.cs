namespace GrooveGuru.Core.Synthesis;

/// <summary>Plays pitched notes of one instrument into a buffer; for offline rendering and previews.</summary>
public sealed class NoteSynthesizer
{
    private const double FilterUpdateSamples = 16;
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

        double noteHz = 440 * Math.Pow(2, (midiPitch - 69) / 12);
        double force = velocity / 127.0;
        double gain = Math.Pow(10, _patch.LevelDb / 20) * Math.Pow(force, 1.4);
        var voices = _patch.Layers
            .Select((layer, index) => (
                Oscillator: new BandLimitedOscillator(layer.Waveform, _sampleRateHz, 0.37 * index),
                Ratio: Math.Pow(2, layer.Semitones / 12),
                layer.Gain))
            .ToArray();
        var filter = new StateVariableFilter(_sampleRateHz, noteHz * _patch.FilterKeyMultiple, _patch.FilterQ);

        double start = onsetSeconds * _sampleRateHz;
        int first = (int)Math.Min(Math.Ceiling(start), destination.Length);
        int last = (int)Math.Min(start + ((heldSeconds + _patch.Amplitude.TailSeconds) * _sampleRateHz), destination.Length);
        for (int frame = first; frame < last; frame++)
        {
            double time = (frame - start) / _sampleRateHz;
            if ((frame - first) % FilterUpdateSamples == 0)
            {
                double open = force * Math.Exp(-time / _patch.FilterDecaySeconds) * _patch.FilterEnvelopeOctaves;
                filter.Tune(noteHz * _patch.FilterKeyMultiple * Math.Pow(2, open), _patch.FilterQ);
            }

            double frequencyHz = noteHz * VibratoRatio(time);
            double sum = 0;
            foreach (var (oscillator, ratio, layerGain) in voices)
            {
                sum += layerGain * oscillator.Next(frequencyHz * ratio);
            }

            filter.Push(sum);
            destination[frame] += (float)(gain * _patch.Amplitude.LevelAt(time, heldSeconds) * filter.Low);
        }
    }

    private double VibratoRatio(double timeSeconds)
    {
        if (_patch.VibratoCents <= 0)
        {
            return 1;
        }

        double depth = Math.Clamp((timeSeconds / _patch.VibratoDelaySeconds) - 0.5, 0, 1) * _patch.VibratoCents;
        return 1 + (depth / 1200 * Math.Log(2) * Math.Sin(2 * Math.PI * _patch.VibratoRateHz * timeSeconds));
    }
}
