using System.Numerics.Tensors;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>Follows the pitch of one voice through a recording of any length.</summary>
internal sealed class VoiceFollower
{
    /// <summary>The lowest pitch that is followed, MIDI note number: under the E of a bass.</summary>
    public const double LowestPitch = 27;

    /// <summary>The highest pitch that is followed, MIDI note number.</summary>
    public const double HighestPitch = 97;

    private const int BlockFrames = 16384;
    private const int RiseWindow = 512;
    private const int RiseBands = 24;
    private const float LevelFloorDb = -90;

    private static readonly (int From, int To)[] RiseEdges = [.. Enumerable.Range(0, RiseBands).Select(band =>
    {
        int from = RiseEdge(band);
        return (from, Math.Max(from + 1, RiseEdge(band + 1)));
    })];

    private readonly PeriodFinder _finder = new(VoiceTrack.SampleRateHz, LowestPitch, HighestPitch);
    private readonly PitchPath _path;
    private readonly VoiceTrack _track = new();
    private readonly List<(float Pitch, float Chance)> _candidates = [];
    private readonly RealFft _fft = new(RiseWindow);
    private readonly float[] _window = SpectralWindows.Hann(RiseWindow);
    private readonly float[] _windowed = new float[RiseWindow];
    private readonly float[] _real = new float[(RiseWindow / 2) + 1];
    private readonly float[] _imaginary = new float[(RiseWindow / 2) + 1];
    private readonly Queue<float[]> _bands = new();
    private float[] _samples = new float[8 * PeriodFinder.FrameSamples];
    private int _count = PeriodFinder.FrameSamples / 2;

    private VoiceFollower() => _path = new PitchPath(LowestPitch, HighestPitch, _track.Pitches.Add);

    /// <summary>Follows the voice of a recording.</summary>
    /// <param name="source">The recording; channels are mixed to one, what is no sample (see <see cref="FiniteSamples"/>) is silence.</param>
    /// <param name="progress">Told the share that is done, 0 to 1, where the length is known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static VoiceTrack Follow(IAudioSource source, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        VoiceFollower follower = new();
        MonoReader.Read(source, VoiceTrack.SampleRateHz, BlockFrames, follower.Push, progress, cancellationToken);
        follower.Push(new float[PeriodFinder.FrameSamples / 2]);
        follower._path.Finish();
        return follower._track;
    }

    private void Push(ReadOnlySpan<float> samples)
    {
        if (_count + samples.Length > _samples.Length)
        {
            Array.Resize(ref _samples, 2 * (_count + samples.Length));
        }

        samples.CopyTo(_samples.AsSpan(_count));
        _count += samples.Length;
        int first = 0;
        for (; first + PeriodFinder.FrameSamples <= _count; first += VoiceTrack.HopLength)
        {
            Frame(_samples.AsSpan(first, PeriodFinder.FrameSamples));
        }

        _samples.AsSpan(first, _count - first).CopyTo(_samples);
        _count -= first;
    }

    private void Frame(ReadOnlySpan<float> frame)
    {
        ReadOnlySpan<float> middle = frame.Slice((frame.Length - RiseWindow) / 2, RiseWindow);
        float power = TensorPrimitives.SumOfSquares(middle) / RiseWindow;
        float level = Math.Max(LevelFloorDb, 10 * MathF.Log10(power + 1e-12f));
        _track.LevelsDb.Add(level);
        if (level > LevelFloorDb)
        {
            _finder.Find(frame, _candidates);
        }
        else
        {
            _candidates.Clear();
        }

        _path.Push(_candidates);
        _track.Clarities.Add(_candidates.Sum(candidate => candidate.Chance));
        _track.Rises.Add(Rise(middle));
    }

    // Bins of the bands, evenly in octaves.
    private static int RiseEdge(double band) => (int)Math.Pow(RiseWindow / 2, band / RiseBands);

    // Mean rise of the bands since two frames before.
    private float Rise(ReadOnlySpan<float> samples)
    {
        TensorPrimitives.Multiply(samples, _window, _windowed);
        _fft.Forward(_windowed, _real, _imaginary);
        float[] bands = new float[RiseBands];
        for (int band = 0; band < RiseBands; band++)
        {
            (int from, int to) = RiseEdges[band];
            float power = 0;
            for (int bin = from; bin < to; bin++)
            {
                power += (_real[bin] * _real[bin]) + (_imaginary[bin] * _imaginary[bin]);
            }

            bands[band] = 10 * MathF.Log10((power / RiseWindow) + 1e-7f);
        }

        _bands.Enqueue(bands);
        if (_bands.Count <= 2)
        {
            return 0;
        }

        float[] before = _bands.Dequeue();
        float rise = 0;
        for (int band = 0; band < RiseBands; band++)
        {
            rise += Math.Clamp(bands[band] - before[band], 0, 20);
        }

        return rise / RiseBands;
    }
}
