using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>A first-order low pass whose corner may move at any frame. A mutable struct; keep it in a field or an array.</summary>
/// <remarks>Zavalishin, The Art of VA Filter Design, 2012, chapter 3: the trapezoidal integrator.</remarks>
[RealtimeSafe]
internal struct OnePoleFilter
{
    private double _state;

    /// <summary>What a corner frequency is inside the filter.</summary>
    /// <param name="cornerHz">Corner (−3 dB), Hz; 0 gives silence; kept below half the sample rate.</param>
    /// <param name="sampleRateHz">Sample rate, Hz, positive.</param>
    /// <returns>0 … 1; values between two such are filters between both.</returns>
    internal static double Coefficient(double cornerHz, double sampleRateHz)
    {
        double integrator = Math.Tan(Math.PI * Math.Min(cornerHz / sampleRateHz, 0.49));
        return integrator / (1 + integrator);
    }

    /// <summary>What lies below the corner; the sample less this is what lies above it.</summary>
    internal double Low(double sample, double coefficient)
    {
        double step = coefficient * (sample - _state);
        double low = _state + step;
        _state = AudibleSample.OrSilence(low + step);
        return low;
    }

    /// <summary>Forgets what was heard.</summary>
    internal void Reset() => _state = 0;
}
