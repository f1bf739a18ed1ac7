using System.Numerics;
using System.Runtime.InteropServices;
using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Loudness.Realtime;

/// <summary>
/// Inter-sample peaks as a stream: four-fold oversampling below 96 kHz, two-fold below 192 kHz.
/// Everything is allocated by the constructor; <see cref="Process"/> and the properties allocate nothing.
/// </summary>
/// <remarks>
/// ITU-R BS.1770-4 annex 2, with a longer interpolation filter than its example. A stretch whose sample peak is so low that no
/// interpolated value could exceed the peak found so far is not interpolated; the result is the same.
/// </remarks>
public sealed class TruePeakMeter
{
    private const int HalfTaps = 12;
    private const int TapCount = 2 * HalfTaps;
    private const int BlockFrames = 128;
    private const int StretchFrames = 32;

    private readonly float[][] _phases;
    private readonly float[][] _history;
    private readonly float[] _greatestGains;
    private float _truePeak;
    private float _samplePeak;

    /// <summary>A meter at rest.</summary>
    /// <param name="sampleRateHz">Sample rate, Hz, positive.</param>
    /// <param name="channelCount">Channels.</param>
    public TruePeakMeter(int sampleRateHz, int channelCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRateHz, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channelCount, 1);
        int factor = sampleRateHz < 96_000 ? 4 : sampleRateHz < 192_000 ? 2 : 1;
        _phases = new float[factor - 1][];
        _greatestGains = new float[factor - 1];
        for (int phase = 1; phase < factor; phase++)
        {
            _phases[phase - 1] = Taps((double)phase / factor);
            _greatestGains[phase - 1] = _phases[phase - 1].Sum(Math.Abs);
        }

        _history = new float[channelCount][];
        for (int channel = 0; channel < channelCount; channel++)
        {
            _history[channel] = new float[TapCount - 1 + BlockFrames];
        }
    }

    /// <summary>A meter that has heard what another one has.</summary>
    internal TruePeakMeter(TruePeakMeter other)
    {
        _phases = other._phases;
        _greatestGains = other._greatestGains;
        _history = [.. other._history.Select(channel => channel.ToArray())];
        _truePeak = other._truePeak;
        _samplePeak = other._samplePeak;
    }

    /// <summary>Highest inter-sample peak so far over all channels, dBTP; null in silence.</summary>
    [RealtimeSafe]
    public double? TruePeakDbtp
    {
        get
        {
            float peak = Math.Max(_truePeak, _samplePeak);
            return peak > 0 ? 20 * Math.Log10(peak) : null;
        }
    }

    /// <summary>Highest sample so far over all channels, linear.</summary>
    [RealtimeSafe]
    public float SamplePeak => _samplePeak;

    /// <summary>Samples that are still to come before the last one is fully seen: half the filter.</summary>
    public static int LatencySamples => HalfTaps;

    /// <summary>Hears samples.</summary>
    /// <param name="planar">Samples [channel][frame], linear, finite.</param>
    /// <param name="offsetFrames">First frame.</param>
    /// <param name="frameCount">Frames; the caller keeps them within the arrays.</param>
    [RealtimeSafe]
    public void Process(float[][] planar, int offsetFrames, int frameCount)
    {
        for (int channel = 0; channel < _history.Length; channel++)
        {
            ReadOnlySpan<float> samples = planar[channel].AsSpan(offsetFrames, frameCount);
            while (!samples.IsEmpty)
            {
                int taken = Math.Min(BlockFrames, samples.Length);
                ProcessBlock(_history[channel], samples[..taken]);
                samples = samples[taken..];
            }
        }
    }

    /// <summary>Forgets what was heard.</summary>
    [RealtimeSafe]
    public void Reset()
    {
        for (int channel = 0; channel < _history.Length; channel++)
        {
            Array.Clear(_history[channel]);
        }

        _truePeak = 0;
        _samplePeak = 0;
    }

    private static float[] Taps(double fraction)
    {
        var taps = new float[TapCount];
        for (int k = 0; k < TapCount; k++)
        {
            // Tap k meets sample k of the window; the wanted point lies after the middle one by the fraction.
            double at = k - (HalfTaps - 1) - fraction;
            double x = Math.PI * at;
            taps[k] = (float)(Math.Sin(x) / x * SpectralWindows.Kaiser(at / HalfTaps, 5));
        }

        return taps;
    }

    private void ProcessBlock(float[] history, ReadOnlySpan<float> samples)
    {
        samples.CopyTo(history.AsSpan(TapCount - 1));
        int length = TapCount - 1 + samples.Length;
        _samplePeak = Math.Max(_samplePeak, Magnitude(history, TapCount - 1, length));
        _truePeak = Math.Max(_truePeak, _samplePeak);
        for (int at = 0; at < samples.Length; at += StretchFrames)
        {
            int count = Math.Min(StretchFrames, samples.Length - at);
            float windowPeak = Magnitude(history, at, at + TapCount - 1 + count);
            for (int phase = 0; phase < _phases.Length; phase++)
            {
                if (windowPeak * _greatestGains[phase] > _truePeak)
                {
                    _truePeak = Math.Max(_truePeak, Peak(history, _phases[phase], at, count));
                }
            }
        }

        history.AsSpan(length - (TapCount - 1), TapCount - 1).CopyTo(history);
    }

    private static float Magnitude(float[] samples, int start, int end)
    {
        ref float first = ref MemoryMarshal.GetArrayDataReference(samples);
        int width = Vector<float>.Count, i = start;
        Vector<float> peaks = Vector<float>.Zero;
        for (; i + width <= end; i += width)
        {
            peaks = Vector.MaxNative(peaks, Vector.Abs(Vector.LoadUnsafe(ref first, (nuint)i)));
        }

        float peak = Greatest(peaks);
        for (; i < end; i++)
        {
            peak = Math.Max(peak, Math.Abs(samples[i]));
        }

        return peak;
    }

    private static float Greatest(Vector<float> values)
    {
        float greatest = 0;
        for (int lane = 0; lane < Vector<float>.Count; lane++)
        {
            greatest = Math.Max(greatest, values[lane]);
        }

        return greatest;
    }

    private static float Peak(float[] history, float[] taps, int start, int count)
    {
        ref float samples = ref history[start];
        nuint width = (nuint)Vector<float>.Count;
        Vector<float> peaks = Vector<float>.Zero;
        int i = 0;
        for (; i + (int)(4 * width) <= count; i += (int)(4 * width))
        {
            Vector<float> a = default, b = default, c = default, d = default;
            for (int k = 0; k < TapCount; k++)
            {
                var tap = new Vector<float>(taps[k]);
                nuint at = (nuint)(i + k);
                a = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref samples, at), tap, a);
                b = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref samples, at + width), tap, b);
                c = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref samples, at + (2 * width)), tap, c);
                d = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref samples, at + (3 * width)), tap, d);
            }

            a = Vector.MaxNative(Vector.MaxNative(Vector.Abs(a), Vector.Abs(b)), Vector.MaxNative(Vector.Abs(c), Vector.Abs(d)));
            peaks = Vector.MaxNative(peaks, a);
        }

        float peak = Greatest(peaks);
        for (; i < count; i++)
        {
            float sum = 0;
            for (int k = 0; k < TapCount; k++)
            {
                sum += history[start + i + k] * taps[k];
            }

            peak = Math.Max(peak, Math.Abs(sum));
        }

        return peak;
    }
}
