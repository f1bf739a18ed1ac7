using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>The last samples of one channel, oldest first, in units of the threshold, and what is known about the clipped ones.</summary>
internal sealed class DeclipperStretch
{
    // What counts as at the threshold though it lies a little under it: 0.0009 dB.
    private const double Tolerance = 1e-4;

    private readonly double[] _samples;
    private readonly double[] _bound;
    private readonly sbyte[] _side;
    private readonly double[] _beliefPrecision;
    private readonly double[] _beliefShift;
    private readonly int[] _runLengths;
    private readonly double _largest;
    private readonly int _longestRun;
    private int _run;

    /// <param name="length">Samples kept.</param>
    /// <param name="longestRun">Longer runs are left as they are, samples.</param>
    /// <param name="largest">The most a rebuilt sample may be, thresholds, 1 or more.</param>
    internal DeclipperStretch(int length, int longestRun, double largest)
    {
        _samples = new double[length];
        _bound = new double[length];
        _side = new sbyte[length];
        _beliefPrecision = new double[length];
        _beliefShift = new double[length];
        _runLengths = new int[length];
        _longestRun = longestRun;
        _largest = largest;
    }

    /// <summary>The samples; rebuilt ones among them.</summary>
    internal Span<double> Samples => _samples;

    /// <summary>Magnitude that a clipped sample had at least.</summary>
    internal ReadOnlySpan<double> Bound => _bound;

    /// <summary>1 for a sample clipped above, -1 below, 0 for one that is known.</summary>
    internal ReadOnlySpan<sbyte> Side => _side;

    /// <summary>What a sample's bound says about it: precision of a normal distribution.</summary>
    internal Span<double> BeliefPrecision => _beliefPrecision;

    /// <summary>Its mean times its precision.</summary>
    internal Span<double> BeliefShift => _beliefShift;

    /// <summary>Whether a magnitude counts as clipped.</summary>
    [RealtimeSafe]
    internal static bool IsClipped(double magnitude) => magnitude >= 1 - Tolerance;

    /// <summary>Samples of the run that a clipped sample belongs to, as far as it has come.</summary>
    [RealtimeSafe]
    internal int RunLength(int index) => Math.Max(1, _runLengths[index]);

    /// <summary>The value of a clipped sample that lies nearest to the wanted one: beyond its bound, and not too far.</summary>
    [RealtimeSafe]
    internal double Within(int index, double wanted)
    {
        double bound = _bound[index];
        double magnitude = wanted * _side[index];
        return _side[index] * (magnitude > bound ? Math.Min(magnitude, Math.Max(bound, _largest)) : bound);
    }

    /// <summary>Forgets the oldest samples and takes as many new ones.</summary>
    /// <param name="newest">Samples, in units of the threshold, finite; no more than are kept.</param>
    [RealtimeSafe]
    internal void Push(ReadOnlySpan<double> newest)
    {
        int kept = _samples.Length - newest.Length;
        Array.Copy(_samples, newest.Length, _samples, 0, kept);
        Array.Copy(_bound, newest.Length, _bound, 0, kept);
        Array.Copy(_side, newest.Length, _side, 0, kept);
        Array.Copy(_beliefPrecision, newest.Length, _beliefPrecision, 0, kept);
        Array.Copy(_beliefShift, newest.Length, _beliefShift, 0, kept);
        Array.Copy(_runLengths, newest.Length, _runLengths, 0, kept);
        for (int i = 0; i < newest.Length; i++)
        {
            Take(kept + i, newest[i]);
        }

        // The last run may go on: all of it has the length it has by now.
        for (int i = _samples.Length - 1; i >= 0 && i > _samples.Length - 1 - Math.Abs(_run); i--)
        {
            _runLengths[i] = Math.Abs(_run);
        }
    }

    [RealtimeSafe]
    internal void Reset()
    {
        Array.Clear(_samples);
        Array.Clear(_bound);
        Array.Clear(_side);
        Array.Clear(_runLengths);
        Array.Clear(_beliefPrecision);
        Array.Clear(_beliefShift);
        _run = 0;
    }

    [RealtimeSafe]
    private void Take(int index, double sample)
    {
        double magnitude = Math.Abs(sample);
        int side = !IsClipped(magnitude) ? 0 : sample > 0 ? 1 : -1;
        if (_run != 0 && (side == 0 || (side > 0) != (_run > 0)))
        {
            int length = Math.Abs(_run);
            for (int i = Math.Max(0, index - length); i < index; i++)
            {
                _runLengths[i] = length;
            }

            _run = 0;
        }

        // Longer ones are counted no further.
        _run = Math.Clamp(_run + side, -_longestRun - 1, _longestRun + 1);
        _samples[index] = sample;
        _bound[index] = magnitude;
        _side[index] = (sbyte)side;
        _beliefPrecision[index] = 0;
        _beliefShift[index] = 0;
        _runLengths[index] = 0;
        if (Math.Abs(_run) > _longestRun)
        {
            LeaveFlat(index);
        }
    }

    /// <summary>Nothing is known of what was cut off in a run that began out of sight: its samples count as they are.</summary>
    [RealtimeSafe]
    private void LeaveFlat(int index)
    {
        for (int i = Math.Max(0, index - _longestRun); i <= index; i++)
        {
            if (_side[i] != 0)
            {
                _samples[i] = _side[i] * _bound[i];
                _side[i] = 0;
            }
        }
    }
}
