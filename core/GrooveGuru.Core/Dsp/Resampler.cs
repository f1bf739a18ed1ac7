using System.Numerics;
using System.Numerics.Tensors;

namespace GrooveGuru.Core.Dsp;

/// <summary>
/// Changes the sample rate of one channel as a stream, without delay: output sample k lies at time k / output rate.
/// What comes out does not depend on how the stream is cut.
/// </summary>
/// <remarks>
/// A polyphase Kaiser-windowed sinc: flat (below 0.01 dB) to 0.9137 of the lower Nyquist frequency and down by more than 120 dB
/// from that frequency on. Edges, shape and length are those of soxr's high quality at 2 to 1, read off its impulse response, so
/// that what lies in the transition band reads as in librosa. Up to 1024 phases are tabulated; a ratio that needs more is
/// interpolated linearly between them (error below -110 dB).
/// </remarks>
public sealed class Resampler
{
    private const double PassBandEnd = 0.913744;
    private const double KaiserBeta = 13.037;

    // Half the length of the window times the width of the transition band, both in input samples.
    private const double ReachTimesTransition = 4.1942;
    private const int MaxPhases = 1024;

    private readonly long _up;
    private readonly long _down;
    private readonly int _phaseCount;
    private readonly int _tapCount;
    private readonly int _padding;
    private readonly float[][] _phases;
    private readonly float[]? _blend;
    private float[] _samples;
    private int _count;
    private long _firstSample;
    private long _inputCount;
    private long _outputCount;

    /// <summary>A converter between two rates.</summary>
    /// <param name="inputRateHz">Sample rate of what comes in, Hz, positive.</param>
    /// <param name="outputRateHz">Sample rate of what goes out, Hz, positive.</param>
    public Resampler(int inputRateHz, int outputRateHz)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputRateHz, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputRateHz, 1);
        InputRateHz = inputRateHz;
        OutputRateHz = outputRateHz;
        long divisor = (long)BigInteger.GreatestCommonDivisor(inputRateHz, outputRateHz);
        _up = outputRateHz / divisor;
        _down = inputRateHz / divisor;

        // In units of input samples: the cut-off lies in the middle of the transition band.
        double nyquist = 0.5 * Math.Min(1.0, (double)outputRateHz / inputRateHz);
        double cutoff = nyquist * (1 + PassBandEnd) / 2;
        double transition = nyquist * (1 - PassBandEnd);
        double reach = ReachTimesTransition / transition;
        int half = (int)Math.Ceiling(reach);
        _tapCount = inputRateHz == outputRateHz ? 2 : 2 * half;
        _phaseCount = (int)Math.Min(_up, MaxPhases);
        _phases = new float[_phaseCount + 1][];
        for (int phase = 0; phase <= _phaseCount; phase++)
        {
            double fraction = (double)phase / _phaseCount;
            _phases[phase] = inputRateHz == outputRateHz ? Padded([1, 0]) : Taps(fraction, cutoff, half, reach);
        }

        _padding = _phases[0].Length - _tapCount;
        _blend = _up > MaxPhases ? new float[_phases[0].Length] : null;
        _samples = new float[Math.Max(16_384, 4 * _tapCount) + _padding];
        _firstSample = -((_tapCount / 2) - 1);
        _count = (_tapCount / 2) - 1;
    }

    /// <summary>Sample rate of what comes in, Hz.</summary>
    public int InputRateHz { get; }

    /// <summary>Sample rate of what goes out, Hz.</summary>
    public int OutputRateHz { get; }

    /// <summary>Converts a whole signal.</summary>
    /// <param name="input">Samples at the input rate.</param>
    /// <param name="inputRateHz">Sample rate of the signal, Hz.</param>
    /// <param name="outputRateHz">Sample rate wanted, Hz.</param>
    /// <returns>Samples at the output rate, ceil(length * output / input) of them.</returns>
    public static float[] Resample(ReadOnlySpan<float> input, int inputRateHz, int outputRateHz)
    {
        var resampler = new Resampler(inputRateHz, outputRateHz);
        var output = new float[resampler.MaxOutput(input.Length) + resampler.MaxOutput(0)];
        int count = resampler.Push(input, output);
        count += resampler.Finish(output.AsSpan(count));
        return output[..count];
    }

    /// <summary>Room that the next <see cref="Push"/> (or with 0 <see cref="Finish"/>) needs at most.</summary>
    public int MaxOutput(int inputCount) => (int)(((long)inputCount + _tapCount) * _up / _down) + 2;

    /// <summary>Takes input and gives what can be computed so far.</summary>
    /// <param name="input">Samples, finite.</param>
    /// <param name="output">Room for <see cref="MaxOutput"/> samples.</param>
    /// <returns>Samples written.</returns>
    public int Push(ReadOnlySpan<float> input, Span<float> output)
    {
        int written = 0;
        while (!input.IsEmpty)
        {
            int room = _samples.Length - _padding - _count;
            int taken = Math.Min(room, input.Length);
            input[..taken].CopyTo(_samples.AsSpan(_count));
            _count += taken;
            _inputCount += taken;
            input = input[taken..];
            written += Drain(output[written..], long.MaxValue);
        }

        return written;
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    internal Resampler Fork()
    {
        var copy = (Resampler)MemberwiseClone();
        copy._samples = [.. _samples];
        return copy;
    }

    /// <summary>Ends the stream: gives the samples that were waiting for more input.</summary>
    /// <param name="output">Room for <see cref="MaxOutput"/> of 0 samples.</param>
    /// <returns>Samples written; ceil(input * output rate / input rate) have come out in all.</returns>
    public int Finish(Span<float> output)
    {
        long total = ((_inputCount * _up) + _down - 1) / _down;
        int silence = (_tapCount / 2) + 1;
        if (_samples.Length - _padding - _count < silence)
        {
            Array.Resize(ref _samples, _count + silence + _padding);
        }

        _samples.AsSpan(_count, silence).Clear();
        _count += silence;
        return Drain(output, total - _outputCount);
    }

    private static float[] Taps(double fraction, double cutoff, int half, double reach)
    {
        var taps = new double[2 * half];
        double sum = 0;
        for (int k = 0; k < taps.Length; k++)
        {
            double at = k - (half - 1) - fraction;
            double x = 2 * Math.PI * cutoff * at;
            double sinc = Math.Abs(x) < 1e-9 ? 1 : Math.Sin(x) / x;
            taps[k] = 2 * cutoff * sinc * SpectralWindows.Kaiser(at / reach, KaiserBeta);
            sum += taps[k];
        }

        // Every phase passes DC alike, or a constant would turn into a tone.
        return Padded(taps.Select(tap => (float)(tap / sum)));
    }

    private static float[] Padded(IEnumerable<float> taps)
    {
        float[] exact = [.. taps];
        Array.Resize(ref exact, TapSums.PaddedCount(exact.Length));
        return exact;
    }

    private int Drain(Span<float> output, long limit)
    {
        int written = _up == 1 ? DrainWholeSteps(output, limit) : DrainPhases(output, limit);
        long needed = (_outputCount * _down / _up) - ((_tapCount / 2) - 1);
        int drop = (int)Math.Clamp(needed - _firstSample, 0, _count);
        if (drop > 0)
        {
            Array.Copy(_samples, drop, _samples, 0, _count - drop);
            _count -= drop;
            _firstSample += drop;
        }

        return written;
    }

    // One set of taps for all of the output.
    private int DrainWholeSteps(Span<float> output, long limit)
    {
        int step = (int)_down, written = 0;
        float[] taps = _phases[0];
        int start = (int)((_outputCount * _down) - ((_tapCount / 2) - 1) - _firstSample);
        for (; limit - written >= TapSums.GroupSize && start + ((TapSums.GroupSize - 1) * step) + _tapCount <= _count;
            written += TapSums.GroupSize)
        {
            TapSums.Group(_samples.AsSpan(start), step, taps, output[written..]);
            start += TapSums.GroupSize * step;
        }

        for (; written < limit && start + _tapCount <= _count; written++)
        {
            output[written] = TapSums.OneOfGroup(_samples.AsSpan(start), taps);
            start += step;
        }

        _outputCount += written;
        return written;
    }

    private int DrainPhases(Span<float> output, long limit)
    {
        int written = 0;
        for (; written < limit; written++, _outputCount++)
        {
            (long whole, long phase) = Math.DivRem(_outputCount * _down, _up);
            int start = (int)(whole - ((_tapCount / 2) - 1) - _firstSample);
            if (start + _tapCount > _count)
            {
                break;
            }

            output[written] = TapSums.One(_samples.AsSpan(start), PhaseTaps(phase));
        }

        return written;
    }

    private ReadOnlySpan<float> PhaseTaps(long phase)
    {
        if (_blend is null)
        {
            return _phases[phase];
        }

        double exact = (double)phase * _phaseCount / _up;
        int below = (int)exact;
        float share = (float)(exact - below);
        TensorPrimitives.Subtract(_phases[below + 1], _phases[below], _blend);
        TensorPrimitives.MultiplyAdd(_blend, share, _phases[below], _blend);
        return _blend;
    }
}
