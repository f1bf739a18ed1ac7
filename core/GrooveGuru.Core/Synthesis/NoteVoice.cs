namespace GrooveGuru.Core.Synthesis;

/// <summary>One note that sounds, played on from block to block.</summary>
internal sealed class NoteVoice
{
    private const int FilterUpdateFrames = 16;
    private readonly InstrumentPatch _patch;
    private readonly (BandLimitedOscillator Oscillator, double Ratio, double Gain)[] _layers;
    private readonly StateVariableFilter _filter;
    private readonly int _sampleRateHz;
    private readonly double _start;
    private readonly double _heldSeconds;
    private readonly double _noteHz;
    private readonly double _force;
    private readonly double _gain;
    private long _frame;
    private double _bendRatio = 1;

    /// <summary>A note whose key goes down; times are those that <see cref="NoteSynthesizer.AddNote"/> has checked.</summary>
    public NoteVoice(InstrumentPatch patch, int sampleRateHz, double onsetSeconds, double heldSeconds, double midiPitch, int velocity)
    {
        _patch = patch;
        _sampleRateHz = sampleRateHz;
        _start = onsetSeconds * sampleRateHz;
        _heldSeconds = heldSeconds;
        _noteHz = 440 * Math.Pow(2, (midiPitch - 69) / 12);
        _force = velocity / 127.0;
        _gain = Math.Pow(10, patch.LevelDb / 20) * Math.Pow(_force, 1.4);
        _layers =
        [
            .. patch.Layers.Select((layer, index) => (
                new BandLimitedOscillator(layer.Waveform, sampleRateHz, 0.37 * index), Math.Pow(2, layer.Semitones / 12), layer.Gain)),
        ];
        _filter = new StateVariableFilter(sampleRateHz, _noteHz * patch.FilterKeyMultiple, patch.FilterQ);
        _frame = FirstFrame;
    }

    /// <summary>The first frame that it sounds in.</summary>
    public long FirstFrame => (long)Math.Ceiling(_start);

    /// <summary>The frame behind its last one.</summary>
    public long EndFrame => Math.Max(FirstFrame, (long)(_start + ((_heldSeconds + _patch.Amplitude.TailSeconds) * _sampleRateHz)));

    /// <summary>The frame that comes next.</summary>
    public long NextFrame => _frame;

    /// <summary>How far the pitch wheel is from its centre now, semitones.</summary>
    public double BendSemitones
    {
        set => _bendRatio = value == 0 ? 1 : Math.Pow(2, value / 12);
    }

    /// <summary>Adds the next frames.</summary>
    /// <param name="destination">Mono samples from <see cref="NextFrame"/> on; not beyond <see cref="EndFrame"/>.</param>
    public void Add(Span<float> destination)
    {
        for (int index = 0; index < destination.Length; index++, _frame++)
        {
            double time = (_frame - _start) / _sampleRateHz;
            if ((_frame - FirstFrame) % FilterUpdateFrames == 0)
            {
                double open = _force * Math.Exp(-time / _patch.FilterDecaySeconds) * _patch.FilterEnvelopeOctaves;
                _filter.Tune(_noteHz * _patch.FilterKeyMultiple * Math.Pow(2, open), _patch.FilterQ);
            }

            double frequencyHz = _noteHz * VibratoRatio(time) * _bendRatio;
            double sum = 0;
            foreach (var (oscillator, ratio, layerGain) in _layers)
            {
                sum += layerGain * oscillator.Next(frequencyHz * ratio);
            }

            _filter.Push(sum);
            destination[index] += (float)(_gain * _patch.Amplitude.LevelAt(time, _heldSeconds) * _filter.Low);
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
