using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>Four all-passes in a row: what goes in once comes out many times, with the same spectrum.</summary>
/// <remarks>Schroeder 1962, "Natural sounding artificial reverberation", JAES 10(3).</remarks>
internal sealed class Diffuser
{
    private readonly FadingDelayLine[] _lines;
    private readonly int[] _frames;
    private readonly double _gain;

    /// <param name="timesMs">Delay of each all-pass, ms; made prime in frames.</param>
    /// <param name="gain">Gain of each all-pass, 0 … below 1.</param>
    /// <param name="sampleRateHz">Sample rate, Hz, positive.</param>
    internal Diffuser(ReadOnlySpan<double> timesMs, double gain, int sampleRateHz)
    {
        _gain = gain;
        _frames = new int[timesMs.Length];
        _lines = new FadingDelayLine[timesMs.Length];
        for (int stage = 0; stage < timesMs.Length; stage++)
        {
            _frames[stage] = PrimeLength.From((int)(timesMs[stage] * sampleRateHz / 1000));
            _lines[stage] = new FadingDelayLine(_frames[stage]);
        }
    }

    [RealtimeSafe]
    internal double Next(double sample)
    {
        for (int stage = 0; stage < _lines.Length; stage++)
        {
            double delayed = _lines[stage].Read(_frames[stage], _frames[stage], 1);
            double into = sample - (_gain * delayed);
            _lines[stage].Write(into);
            sample = delayed + (_gain * into);
        }

        return sample;
    }

    [RealtimeSafe]
    internal void Reset()
    {
        foreach (FadingDelayLine line in _lines)
        {
            line.Reset();
        }
    }
}
