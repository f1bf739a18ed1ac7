using System.Numerics.Tensors;

namespace GrooveGuru.Core.Rhythm;

/// <summary>How strongly something is struck in each short frame: the rise of the level in 24 bands, dB, over all and in three regions.</summary>
/// <remarks>
/// Spectral flux in dB (S. Dixon, DAFx 2006). Levels are floored 60 dB below the loudest band so far, so that a change of gain changes
/// nothing. Frames come at <see cref="NoveltyRate.FrameRateHz"/>.
/// </remarks>
internal sealed class AttackNovelty
{
    /// <summary>What <see cref="LevelDb"/> reads in silence.</summary>
    public const float SilentLevelDb = -100;

    private const float FloorDb = 60;
    private const float SilenceDb = -60;
    private const double LowEndHz = 140;
    private const double MidEndHz = 2500;

    // About the critical bands; where a bin is wider than a band, bands fall together.
    private static readonly double[] EdgesHz =
    [
        30, 60, 100, 150, 200, 300, 400, 510, 630, 770, 920, 1080, 1270, 1480, 1720, 2000, 2320, 2700, 3150, 3700, 4400, 5300, 6400, 7700, 9500,
        11_025,
    ];

    private readonly int[] _edges;
    private readonly int _lowBands;
    private readonly int _midBands;
    private readonly float[] _levels;
    private float[] _previous;
    private float _loudestDb = SilenceDb;

    /// <summary>Nothing heard yet.</summary>
    public AttackNovelty()
    {
        double binHz = (double)NoveltyRate.SampleRateHz / NoveltyRate.FrameLength;
        _edges = [.. EdgesHz.Select(edge => (int)Math.Round(edge / binHz)).Distinct()];
        int bands = _edges.Length - 1;
        _lowBands = _edges.Take(bands).Count(edge => edge * binHz < LowEndHz);
        _midBands = _edges.Take(bands).Count(edge => edge * binHz < MidEndHz) - _lowBands;
        _levels = new float[bands];
        _previous = new float[bands];
    }

    /// <summary>Mean rise over all bands, per frame, dB.</summary>
    public List<float> Full { get; private set; } = [];

    /// <summary>Mean rise below 140 Hz: kick and bass.</summary>
    public List<float> Low { get; private set; } = [];

    /// <summary>Mean rise from 140 Hz to 2.5 kHz: snare and most tones.</summary>
    public List<float> Mid { get; private set; } = [];

    /// <summary>Mean rise above 2.5 kHz: cymbals and consonants.</summary>
    public List<float> High { get; private set; } = [];

    /// <summary>Level per frame, dB, in an arbitrary but fixed reference.</summary>
    public List<float> LevelDb { get; private set; } = [];

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public AttackNovelty Fork()
    {
        var copy = (AttackNovelty)MemberwiseClone();
        copy._previous = [.. _previous];
        (copy.Full, copy.Low, copy.Mid, copy.High, copy.LevelDb) = ([.. Full], [.. Low], [.. Mid], [.. High], [.. LevelDb]);
        return copy;
    }

    /// <summary>Hears the power spectrum of a short frame [<see cref="NoveltyRate.FrameLength"/> / 2 + 1 bins].</summary>
    public void Process(ReadOnlySpan<float> power)
    {
        Span<float> levels = _levels;
        for (int band = 0; band < levels.Length; band++)
        {
            levels[band] = TensorPrimitives.Sum(power[_edges[band].._edges[band + 1]]);
        }

        LevelDb.Add(10 * MathF.Log10(MathF.Max(1e-10f, TensorPrimitives.Sum<float>(levels))));
        Decibels.FromPower(levels, levels);
        _loudestDb = Math.Max(_loudestDb, TensorPrimitives.Max<float>(levels));
        float floor = _loudestDb - FloorDb;
        TensorPrimitives.Max(levels, floor, levels);
        Span<float> rise = _previous;
        TensorPrimitives.Max(rise, floor, rise);
        TensorPrimitives.Subtract(levels, rise, rise);
        TensorPrimitives.Max(rise, 0f, rise);
        if (Full.Count == 0)
        {
            // The first frame has nothing before it: what sounds at once is no measured rise.
            rise.Clear();
        }

        float low = TensorPrimitives.Sum<float>(rise[.._lowBands]);
        float mid = TensorPrimitives.Sum<float>(rise.Slice(_lowBands, _midBands));
        float high = TensorPrimitives.Sum<float>(rise[(_lowBands + _midBands)..]);
        Full.Add((low + mid + high) / levels.Length);
        Low.Add(low / _lowBands);
        Mid.Add(mid / _midBands);
        High.Add(high / (levels.Length - _lowBands - _midBands));
        levels.CopyTo(_previous);
    }
}
