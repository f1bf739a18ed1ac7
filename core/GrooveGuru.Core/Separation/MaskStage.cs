using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Separation;

/// <summary>
/// One pass over a stream that keeps its harmonic part: medians of the joint magnitude of all channels along time and along
/// frequency make a soft mask that all channels share, so that places in the stereo field stay where they are.
/// </summary>
/// <remarks>Fitzgerald 2010, DAFx-10, "Harmonic/Percussive Separation Using Median Filtering".</remarks>
internal sealed class MaskStage
{
    private const int Overlap = 4;
    private readonly int _size;
    private readonly int _channelCount;
    private readonly int _binCount;
    private readonly int _frameSpan;
    private readonly float[] _window;
    private readonly RealFft _fft;
    private readonly SlidingMedian _timeMedian;
    private readonly RunningMedian _frequencyMedian;
    private readonly float[][] _input;
    private readonly float[][] _overlap;
    private readonly Frame[] _ring;
    private readonly float[] _harmonic;
    private readonly float[] _percussive;
    private readonly float[] _signal;
    private readonly float _margin;
    private long _frameIndex;

    /// <summary>A stage at the start of a stream.</summary>
    public MaskStage(MaskStageSettings settings, int sampleRateHz, int channelCount)
    {
        _size = PowerOfTwo(settings.WindowSeconds * sampleRateHz);
        HopLength = _size / Overlap;
        _channelCount = channelCount;
        _fft = new RealFft(_size);
        _binCount = _fft.BinCount;
        _frameSpan = Math.Max(3, (2 * (int)Math.Round(settings.TimeSpanSeconds * sampleRateHz / HopLength / 2)) + 1);
        _window = SpectralWindows.Hann(_size).Select(value => MathF.Sqrt(value)).ToArray();
        _timeMedian = new SlidingMedian(_frameSpan, _binCount);
        double binHz = (double)sampleRateHz / _size;
        _frequencyMedian = new RunningMedian(Enumerable.Range(0, _binCount).Select(bin => HalfSpan(settings, bin, binHz)).ToArray());
        _input = Planar(channelCount, _size);
        _overlap = Planar(channelCount, _size);
        int padded = SlidingMedian.PaddedCount(_binCount);
        _ring = Enumerable.Range(0, _frameSpan + 1).Select(_ => new Frame(channelCount, _binCount, padded)).ToArray();
        _harmonic = new float[padded];
        _percussive = new float[_binCount];
        _signal = new float[_size];
        _margin = (float)settings.Margin;
    }

    /// <summary>Samples that go in and come out at a time.</summary>
    public int HopLength { get; }

    /// <summary>How many samples later the harmonic part comes out.</summary>
    public int LatencySamples => _size - HopLength + (_frameSpan / 2 * HopLength);

    /// <summary>Takes the next samples and gives the harmonic part of those that came in earlier by the latency.</summary>
    /// <param name="input">Samples [channel][offset … offset + hop].</param>
    /// <param name="inputOffset">First sample to take.</param>
    /// <param name="harmonic">Destination of the same shape.</param>
    /// <param name="harmonicOffset">First sample to write.</param>
    public void Process(float[][] input, int inputOffset, float[][] harmonic, int harmonicOffset)
    {
        Frame newest = _ring[_frameIndex % _ring.Length];
        Frame oldest = _ring[(_frameIndex + 1) % _ring.Length];
        Analyse(input, inputOffset, newest);
        _timeMedian.Slide(oldest.Magnitudes, newest.Magnitudes, _harmonic);
        Frame centre = _ring[(_frameIndex + _ring.Length - (_frameSpan / 2)) % _ring.Length];
        _frameIndex++;
        Mask(centre);
        Synthesise(centre, harmonic, harmonicOffset);
    }

    private static int PowerOfTwo(double samples) => Math.Max(16, 1 << (int)Math.Round(Math.Log2(samples)));

    private static float[][] Planar(int channelCount, int length) =>
        Enumerable.Range(0, channelCount).Select(_ => new float[length]).ToArray();

    private static int HalfSpan(MaskStageSettings settings, int bin, double binHz)
    {
        double share = settings.FullSpanFromHz <= 0 ? 1 : Math.Min(1, bin * binHz / settings.FullSpanFromHz);
        return Math.Max(settings.LeastBins / 2, (int)(share * settings.FrequencySpanHz / binHz / 2));
    }

    private void Analyse(float[][] input, int offset, Frame frame)
    {
        Array.Clear(frame.Magnitudes);
        for (int channel = 0; channel < _channelCount; channel++)
        {
            float[] history = _input[channel];
            Array.Copy(history, HopLength, history, 0, _size - HopLength);
            Array.Copy(input[channel], offset, history, _size - HopLength, HopLength);
            for (int sample = 0; sample < _size; sample++)
            {
                _signal[sample] = history[sample] * _window[sample];
            }

            float[] real = frame.Real[channel];
            float[] imaginary = frame.Imaginary[channel];
            _fft.Forward(_signal, real, imaginary);
            for (int bin = 0; bin < _binCount; bin++)
            {
                frame.Magnitudes[bin] += (real[bin] * real[bin]) + (imaginary[bin] * imaginary[bin]);
            }
        }

        for (int bin = 0; bin < _binCount; bin++)
        {
            frame.Magnitudes[bin] = MathF.Sqrt(frame.Magnitudes[bin]);
        }
    }

    private void Mask(Frame frame)
    {
        _frequencyMedian.Filter(frame.Magnitudes.AsSpan(0, _binCount), _percussive);
        for (int bin = 0; bin < _binCount; bin++)
        {
            float harmonic = Raise(_harmonic[bin]);
            float percussive = Raise(_margin * _percussive[bin]);
            float sum = harmonic + percussive;
            float share = sum > 1e-30f ? harmonic / sum : 0.5f;
            for (int channel = 0; channel < _channelCount; channel++)
            {
                frame.Real[channel][bin] *= share;
                frame.Imaginary[channel][bin] *= share;
            }
        }
    }

    /// <summary>Cubes: a mask a little harder than one by energy measured best.</summary>
    private static float Raise(float value) => value * value * value;

    private void Synthesise(Frame frame, float[][] harmonic, int offset)
    {
        // The squared root-Hann windows at a quarter of the length sum to 2.
        const float Scale = 2f / Overlap;
        for (int channel = 0; channel < _channelCount; channel++)
        {
            _fft.Inverse(frame.Real[channel], frame.Imaginary[channel], _signal);
            float[] overlap = _overlap[channel];
            for (int sample = 0; sample < _size; sample++)
            {
                overlap[sample] += _signal[sample] * _window[sample] * Scale;
            }

            Array.Copy(overlap, 0, harmonic[channel], offset, HopLength);
            Array.Copy(overlap, HopLength, overlap, 0, _size - HopLength);
            Array.Clear(overlap, _size - HopLength, HopLength);
        }
    }

    /// <summary>The spectra of all channels at one time.</summary>
    private sealed class Frame(int channelCount, int binCount, int paddedCount)
    {
        public float[][] Real { get; } = Planar(channelCount, binCount);

        public float[][] Imaginary { get; } = Planar(channelCount, binCount);

        public float[] Magnitudes { get; } = new float[paddedCount];
    }
}
