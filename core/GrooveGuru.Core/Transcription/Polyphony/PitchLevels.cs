using System.Numerics.Tensors;
using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Transcription.BasicPitch;

namespace GrooveGuru.Core.Transcription.Polyphony;

/// <summary>How loud each semitone is in each frame of Basic Pitch: what the model does not tell, the rise of each partial.</summary>
/// <remarks>
/// Low semitones are told apart by long windows, high ones are timed by short ones. Samples come in blocks of any size, and frames
/// are made as soon as there is enough behind them.
/// </remarks>
internal sealed class PitchLevels
{
    /// <summary>Semitones, from <see cref="BasicPitchFraming.LowestMidiPitch"/> up.</summary>
    public const int PitchCount = 100;

    /// <summary>What silence has, dB of a full-scale sine.</summary>
    public const float FloorDb = -100;

    private const int LongestWindow = 4096;

    private readonly Band[] _bands =
    [
        new(LongestWindow, 0, 39),
        new(2048, 39, 63),
        new(1024, 63, PitchCount),
    ];

    private float[] _samples = new float[4 * LongestWindow];
    private float[] _levels = [];
    private long _firstSample = -LongestWindow / 2;
    private int _sampleCount = LongestWindow / 2;
    private int _made;

    /// <summary>The frames that are held.</summary>
    public int FrameCount { get; private set; }

    /// <summary>Levels [frame x <see cref="PitchCount"/>], dB.</summary>
    public ReadOnlySpan<float> Levels => _levels.AsSpan(0, FrameCount * PitchCount);

    /// <summary>Where the middle of a frame lies, samples at the model's rate.</summary>
    /// <param name="frame">The frame, counted from the recording's beginning.</param>
    public static long CentreOf(int frame)
        => ((long)(frame / BasicPitchFraming.KeptFrames) * BasicPitchFraming.WindowHopSamples)
            + ((long)(frame % BasicPitchFraming.KeptFrames) * BasicPitchFraming.HopLength);

    /// <summary>When the middle of a frame is, s.</summary>
    /// <param name="frame">The frame, counted from the recording's beginning.</param>
    public static double SecondsAt(int frame) => (double)CentreOf(frame) / BasicPitchFraming.SampleRateHz;

    /// <summary>Takes the next samples.</summary>
    /// <param name="samples">Mono at <see cref="BasicPitchFraming.SampleRateHz"/>.</param>
    public void Push(ReadOnlySpan<float> samples)
    {
        if (_sampleCount + samples.Length > _samples.Length)
        {
            Array.Resize(ref _samples, 2 * (_sampleCount + samples.Length));
        }

        samples.CopyTo(_samples.AsSpan(_sampleCount));
        _sampleCount += samples.Length;
        while (CentreOf(_made) + (LongestWindow / 2) <= _firstSample + _sampleCount)
        {
            Make();
        }

        int done = (int)(CentreOf(_made) - (LongestWindow / 2) - _firstSample);
        if (done > LongestWindow)
        {
            _samples.AsSpan(done, _sampleCount - done).CopyTo(_samples);
            _sampleCount -= done;
            _firstSample += done;
        }
    }

    /// <summary>Makes the frames that the end of the recording still hides, with silence behind it.</summary>
    /// <param name="frameCount">The frames that there are to be.</param>
    public void Complete(int frameCount)
    {
        float[] silence = new float[BasicPitchFraming.HopLength];
        while (FrameCount < frameCount)
        {
            Push(silence);
        }
    }

    /// <summary>Takes the first frames away.</summary>
    public void Drop(int frameCount)
    {
        Levels[(frameCount * PitchCount)..].CopyTo(_levels);
        FrameCount -= frameCount;
    }

    private void Make()
    {
        if (_levels.Length < (FrameCount + 1) * PitchCount)
        {
            Array.Resize(ref _levels, Math.Max(1024 * PitchCount, _levels.Length + (_levels.Length / 2)));
        }

        Span<float> row = _levels.AsSpan(FrameCount * PitchCount, PitchCount);
        int centre = (int)(CentreOf(_made) - _firstSample);
        foreach (Band band in _bands)
        {
            band.Measure(_samples.AsSpan(centre - (band.Size / 2), band.Size), row);
        }

        FrameCount++;
        _made++;
    }

    /// <summary>Semitones that share a length of window.</summary>
    private sealed class Band
    {
        private readonly int _first;
        private readonly (int From, int To)[] _bins;
        private readonly RealFft _fft;
        private readonly float[] _window;
        private readonly float[] _frame;
        private readonly float[] _real;
        private readonly float[] _imaginary;

        public Band(int size, int first, int end)
        {
            Size = size;
            _first = first;
            _fft = new RealFft(size);
            _window = SpectralWindows.Hann(size);
            TensorPrimitives.Multiply(_window, 2 / TensorPrimitives.Sum<float>(_window), _window);
            _frame = new float[size];
            _real = new float[_fft.BinCount];
            _imaginary = new float[_fft.BinCount];
            _bins = [.. Enumerable.Range(first, end - first).Select(pitch => BinsOf(pitch + BasicPitchFraming.LowestMidiPitch))];
        }

        public int Size { get; }

        public void Measure(ReadOnlySpan<float> samples, Span<float> row)
        {
            TensorPrimitives.Multiply(samples, _window, _frame);
            _fft.Forward(_frame, _real, _imaginary);
            for (int pitch = 0; pitch < _bins.Length; pitch++)
            {
                float most = 0;
                for (int bin = _bins[pitch].From; bin <= _bins[pitch].To; bin++)
                {
                    most = Math.Max(most, (_real[bin] * _real[bin]) + (_imaginary[bin] * _imaginary[bin]));
                }

                row[_first + pitch] = Math.Max(FloorDb, 10 * MathF.Log10(most + 1e-12f));
            }
        }

        private (int From, int To) BinsOf(int midiPitch)
        {
            double centre = PitchGrid.FrequencyHz(midiPitch) * Size / BasicPitchFraming.SampleRateHz;
            double reach = Math.Pow(2, 0.5 / 12);
            int from = (int)Math.Ceiling(centre / reach), to = (int)Math.Floor(centre * reach);
            int last = (Size / 2) - 1;
            return from > to ? ((int)Math.Round(centre), (int)Math.Round(centre)) : (Math.Min(from, last), Math.Min(to, last));
        }
    }
}
