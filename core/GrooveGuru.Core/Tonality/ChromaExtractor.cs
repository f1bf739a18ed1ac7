using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace GrooveGuru.Core.Tonality;

/// <summary>
/// Pitch classes of a stream, frame by frame: how much sounds on each, and how much of it is bass. The tuning is found from the
/// same partials, so that a piece a quarter tone off still falls on semitones.
/// </summary>
/// <remarks>
/// E. Gómez, Tonal Description of Music Audio Signals, 2006 (harmonic pitch class profile), without its harmonic summation: what
/// reads the frames has learnt what the overtones of chords look like. Memory grows by 100 bytes a frame.
/// </remarks>
internal sealed class ChromaExtractor
{
    /// <summary>Pitch classes.</summary>
    public const int ClassCount = 12;

    // Frames that wait until there is a tuning to fold them with: 6 s.
    private const int TuningFrames = 64;
    private const float BassPitch = 55;
    private const float BassFadeSemitones = 8;
    private const float SemitoneSpread = 0.3f;

    // Frames 50 dB below the loudest are echo and noise.
    private const float SoundingShare = 0.003f;

    private readonly PeakPicker _picker;
    private TuningEstimator _tuning = new();
    private readonly List<SpectralPeak> _peaks = [];
    private List<SpectralPeak[]> _waiting = [];
    private List<float> _all = [];
    private List<float> _bass = [];
    private List<float> _levels = [];
    private float _loudest;

    /// <summary>Nothing heard yet.</summary>
    public ChromaExtractor(double sampleRateHz, int frameLength) => _picker = new PeakPicker(sampleRateHz, frameLength);

    /// <summary>Offset from A = 440 Hz, cents, −50…50; 0 where nothing pitched was heard.</summary>
    public double TuningCents => _tuning.Cents;

    /// <summary>How closely the partials keep to one tuning, 0–1.</summary>
    public double TuningConcentration => _tuning.Concentration;

    /// <summary>Frames that were heard.</summary>
    public int FrameCount => _levels.Count;

    /// <summary>Whether a frame is loud enough beside the loudest to be read; after <see cref="Finish"/>.</summary>
    public bool IsSounding(int index) => _levels[index] > SoundingShare * _loudest;

    /// <summary>Level of a frame beside the loudest, 0–1; after <see cref="Finish"/>.</summary>
    public float Level(int index) => _loudest > 0 ? _levels[index] / _loudest : 0;

    /// <summary>Weight of each pitch class in a frame from C [12], 0 or more; after <see cref="Finish"/>.</summary>
    public ReadOnlySpan<float> Frame(int index) => CollectionsMarshal.AsSpan(_all).Slice(ClassCount * index, ClassCount);

    /// <summary>The same of the bass alone [12]; after <see cref="Finish"/>.</summary>
    public ReadOnlySpan<float> Bass(int index) => CollectionsMarshal.AsSpan(_bass).Slice(ClassCount * index, ClassCount);

    /// <summary>The mean of the sounding frames, each of sum 1; after <see cref="Finish"/>.</summary>
    /// <returns>The chroma [12], sum 1; all 0 where nothing pitched was heard.</returns>
    public double[] Mean()
    {
        var mean = new double[ClassCount];
        int count = 0;
        for (int frame = 0; frame < FrameCount; frame++)
        {
            float sum = IsSounding(frame) ? TensorPrimitives.Sum(Frame(frame)) : 0;
            if (sum > 0)
            {
                count++;
                for (int pitch = 0; pitch < ClassCount; pitch++)
                {
                    mean[pitch] += Frame(frame)[pitch] / sum;
                }
            }
        }

        TensorPrimitives.Divide(mean, Math.Max(1, count), mean);
        return mean;
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public ChromaExtractor Fork()
    {
        var copy = (ChromaExtractor)MemberwiseClone();
        copy._tuning = _tuning.Fork();
        copy._waiting = [.. _waiting];
        copy._all = [.. _all];
        copy._bass = [.. _bass];
        copy._levels = [.. _levels];
        return copy;
    }

    /// <summary>Hears the power spectrum of a frame [bins].</summary>
    public void Process(ReadOnlySpan<float> power)
    {
        float level = _picker.Pick(power, _peaks);
        _loudest = Math.Max(_loudest, level);
        _levels.Add(level);
        if (level > SoundingShare * _loudest)
        {
            _tuning.Process(_peaks);
        }

        if (_levels.Count <= TuningFrames)
        {
            _waiting.Add([.. _peaks]);
            return;
        }

        FoldWaiting();
        Fold(CollectionsMarshal.AsSpan(_peaks), _tuning.Cents);
    }

    /// <summary>Ends the stream; frames can be read after this.</summary>
    public void Finish() => FoldWaiting();

    private void FoldWaiting()
    {
        double cents = _tuning.Cents;
        foreach (SpectralPeak[] peaks in _waiting)
        {
            Fold(peaks, cents);
        }

        _waiting.Clear();
    }

    private void Fold(ReadOnlySpan<SpectralPeak> peaks, double tuningCents)
    {
        Span<float> all = stackalloc float[ClassCount], bass = stackalloc float[ClassCount];
        all.Clear();
        bass.Clear();
        foreach (SpectralPeak peak in peaks)
        {
            float pitch = peak.Pitch - (float)(tuningCents / 100), nearest = MathF.Round(pitch);
            float away = (pitch - nearest) / SemitoneSpread, near = MathF.Exp(-0.5f * away * away);
            int pitchClass = (((int)nearest % ClassCount) + ClassCount) % ClassCount;

            // The root of the amplitude: quiet notes count nearly as much as loud ones.
            all[pitchClass] += near * MathF.Sqrt(peak.Amplitude);
            if (peak.Pitch < BassPitch + BassFadeSemitones)
            {
                bass[pitchClass] += near * peak.Amplitude * Math.Min(1, 1 - ((peak.Pitch - BassPitch) / BassFadeSemitones));
            }
        }

        _all.AddRange(all);
        _bass.AddRange(bass);
    }
}
