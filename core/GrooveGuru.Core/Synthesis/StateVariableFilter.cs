namespace GrooveGuru.Core.Synthesis;

/// <summary>A two-pole filter that gives low, band and high pass at once and may be swept at any rate.</summary>
/// <remarks>Trapezoidal integration: Zavalishin 2018, "The Art of VA Filter Design", chapter 4.</remarks>
public sealed class StateVariableFilter
{
    private readonly double _sampleRateHz;
    private double _g;
    private double _damping;
    private double _state1;
    private double _state2;

    /// <summary>A filter at rest.</summary>
    /// <param name="sampleRateHz">Sample rate, Hz, positive.</param>
    /// <param name="cutoffHz">Corner or centre frequency, Hz.</param>
    /// <param name="q">Resonance; 0.707 is flat.</param>
    public StateVariableFilter(double sampleRateHz, double cutoffHz, double q = 0.7071)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRateHz);
        _sampleRateHz = sampleRateHz;
        Tune(cutoffHz, q);
    }

    /// <summary>Low-pass output of the last sample.</summary>
    public double Low { get; private set; }

    /// <summary>Band-pass output of the last sample, 0 dB at the centre.</summary>
    public double Band { get; private set; }

    /// <summary>High-pass output of the last sample.</summary>
    public double High { get; private set; }

    /// <summary>Moves the corner; the state goes on without a jump.</summary>
    /// <param name="cutoffHz">Corner frequency, Hz; held within 5 Hz and 0.48 of the sample rate.</param>
    /// <param name="q">Resonance, positive.</param>
    public void Tune(double cutoffHz, double q = 0.7071)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(q);
        _g = Math.Tan(Math.PI * Math.Clamp(cutoffHz, 5, 0.48 * _sampleRateHz) / _sampleRateHz);
        _damping = 1 / q;
    }

    /// <summary>Takes one sample in; the outputs are then in <see cref="Low"/>, <see cref="Band"/> and <see cref="High"/>.</summary>
    public void Push(double input)
    {
        double high = (input - ((_damping + _g) * _state1) - _state2) / (1 + (_g * (_g + _damping)));
        double band = (_g * high) + _state1;
        double low = (_g * band) + _state2;
        _state1 = (_g * high) + band;
        _state2 = (_g * band) + low;
        Low = low;
        Band = band * _damping;
        High = high;
    }
}
