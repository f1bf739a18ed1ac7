namespace GrooveGuru.Core.Synthesis;

/// <summary>An oscillator whose steps and corners are rounded over two samples, so that it hardly aliases.</summary>
/// <remarks>
/// Polynomial band-limited steps (PolyBLEP) for saw and square and their integral for the triangle:
/// Välimäki, Pekonen, Nam 2012, JASA 131(1).
/// </remarks>
public sealed class BandLimitedOscillator
{
    private readonly Waveform _waveform;
    private readonly double _sampleRateHz;
    private double _phase;

    /// <summary>An oscillator at the start of its cycle.</summary>
    /// <param name="waveform">Its shape.</param>
    /// <param name="sampleRateHz">Sample rate, Hz, positive.</param>
    /// <param name="startPhase">Where in the cycle it starts, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sample rate is not positive, or the phase is not finite.</exception>
    public BandLimitedOscillator(Waveform waveform, double sampleRateHz, double startPhase = 0)
    {
        if (!(sampleRateHz > 0) || !double.IsFinite(sampleRateHz))
        {
            throw new ArgumentOutOfRangeException(nameof(sampleRateHz), sampleRateHz, "The sample rate is positive.");
        }

        if (!double.IsFinite(startPhase))
        {
            throw new ArgumentOutOfRangeException(nameof(startPhase), startPhase, "The phase is finite.");
        }

        _waveform = waveform;
        _sampleRateHz = sampleRateHz;
        _phase = startPhase - Math.Floor(startPhase);
    }

    /// <summary>The next sample, about −1 to 1.</summary>
    /// <param name="frequencyHz">Frequency now, Hz, 0 or more; at or above half the sample rate it is silent.</param>
    public double Next(double frequencyHz)
    {
        double step = frequencyHz / _sampleRateHz;
        if (!(step > 0) || step >= 0.5)
        {
            return 0;
        }

        double phase = _phase;
        _phase += step;
        if (_phase >= 1)
        {
            _phase -= 1;
        }

        return _waveform switch
        {
            Waveform.Sine => Math.Sin(2 * Math.PI * phase),
            Waveform.Saw => (2 * phase) - 1 - SmoothStep(phase, step),
            Waveform.Square => (phase < 0.5 ? 1 : -1) + SmoothStep(phase, step) - SmoothStep(Wrap(phase + 0.5), step),
            _ => Triangle(phase, step),
        };
    }

    private static double Triangle(double phase, double step)
    {
        double plain = phase < 0.5 ? (4 * phase) - 1 : 3 - (4 * phase);
        return plain + (4 * step * (SmoothCorner(phase, step) - SmoothCorner(Wrap(phase + 0.5), step)));
    }

    private static double Wrap(double phase) => phase >= 1 ? phase - 1 : phase;

    private static double SmoothStep(double phase, double step)
    {
        if (phase < step)
        {
            double t = phase / step;
            return t + t - (t * t) - 1;
        }

        if (phase > 1 - step)
        {
            double t = (phase - 1) / step;
            return (t * t) + t + t + 1;
        }

        return 0;
    }

    private static double SmoothCorner(double phase, double step)
    {
        if (phase < step)
        {
            double t = (phase / step) - 1;
            return -t * t * t / 3;
        }

        if (phase > 1 - step)
        {
            double t = ((phase - 1) / step) + 1;
            return t * t * t / 3;
        }

        return 0;
    }
}
