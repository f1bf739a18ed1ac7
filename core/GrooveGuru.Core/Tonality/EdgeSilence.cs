using System.Numerics.Tensors;

namespace GrooveGuru.Core.Tonality;

/// <summary>
/// Whether audio begins and ends in silence, as a piece does, or in the middle of the sound, as an excerpt does: only what opens or
/// closes a piece tells its key.
/// </summary>
internal sealed class EdgeSilence
{
    // Measured on 506 rendered pieces and cuts of them: the first millisecond is 64 dB below the mean or more in 98 % of the pieces and
    // 15 dB or less in 98 % of the cuts; of the last 100 ms, 110 dB and 9 dB.
    private const double StartSeconds = 0.001;
    private const double EndSeconds = 0.1;
    private const double StartDb = -30;
    private const double EndDb = -25;

    private float[] _head;
    private float[] _tail;
    private int _next;
    private double _energy;
    private long _samples;

    /// <summary>Nothing heard yet.</summary>
    /// <param name="sampleRateHz">Rate of the samples, Hz.</param>
    public EdgeSilence(double sampleRateHz)
    {
        _head = new float[(int)(StartSeconds * sampleRateHz)];
        _tail = new float[(int)(EndSeconds * sampleRateHz)];
    }

    /// <summary>Whether the sound begins after silence; true where all is silent.</summary>
    public bool AtStart => IsBelow(_head, StartDb);

    /// <summary>Whether the sound has died away at the end; true where all is silent.</summary>
    public bool AtEnd => IsBelow(_tail, EndDb);

    /// <summary>A copy that goes on by itself from here.</summary>
    public EdgeSilence Fork()
    {
        var copy = (EdgeSilence)MemberwiseClone();
        copy._head = [.. _head];
        copy._tail = [.. _tail];
        return copy;
    }

    /// <summary>Hears samples.</summary>
    public void Process(ReadOnlySpan<float> samples)
    {
        _energy += TensorPrimitives.SumOfSquares(samples);
        if (_samples < _head.Length)
        {
            int missing = (int)Math.Min(_head.Length - _samples, samples.Length);
            samples[..missing].CopyTo(_head.AsSpan((int)_samples));
        }

        _samples += samples.Length;
        samples = samples[Math.Max(0, samples.Length - _tail.Length)..];
        int straight = Math.Min(samples.Length, _tail.Length - _next);
        samples[..straight].CopyTo(_tail.AsSpan(_next));
        samples[straight..].CopyTo(_tail);
        _next = (_next + samples.Length) % _tail.Length;
    }

    private bool IsBelow(float[] edge, double limitDb)
    {
        double mean = _energy / Math.Max(1, _samples), level = TensorPrimitives.SumOfSquares<float>(edge) / (double)edge.Length;
        return level <= mean * Math.Pow(10, limitDb / 10);
    }
}
