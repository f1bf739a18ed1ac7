using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>A delay line that is read at one place, or at two while its length changes.</summary>
internal sealed class FadingDelayLine
{
    private readonly float[] _samples;
    private readonly int _mask;
    private int _next;

    /// <param name="maxDelayFrames">The longest delay, frames, 1 or more.</param>
    internal FadingDelayLine(int maxDelayFrames)
    {
        int size = 2;
        while (size <= maxDelayFrames)
        {
            size *= 2;
        }

        _samples = new float[size];
        _mask = size - 1;
    }

    /// <summary>Takes the next sample.</summary>
    [RealtimeSafe]
    internal void Write(double sample)
    {
        _samples[_next & _mask] = (float)AudibleSample.Of(sample);
        _next = (_next + 1) & _mask;
    }

    /// <summary>A sample of the past; 1 is the newest.</summary>
    /// <param name="oldDelayFrames">Delay that is left, frames, 1 … the longest.</param>
    /// <param name="delayFrames">Delay that is gone over to, frames, 1 … the longest.</param>
    /// <param name="share">Share of the latter, 0 … 1.</param>
    [RealtimeSafe]
    internal double Read(int oldDelayFrames, int delayFrames, double share)
    {
        double sample = _samples[(_next - delayFrames) & _mask];
        return share == 1 || oldDelayFrames == delayFrames
            ? sample
            : (share * sample) + ((1 - share) * _samples[(_next - oldDelayFrames) & _mask]);
    }

    [RealtimeSafe]
    internal void Reset()
    {
        Array.Clear(_samples);
        _next = 0;
    }
}
